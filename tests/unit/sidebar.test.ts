import { expect, test } from 'vitest';
import {
	buildSidebar,
	inReadingOrder,
	neighbours,
	type SidebarEntry,
} from '../../src/site/routing/sidebar.ts';

const words = {
	overview: 'Overview',
	untranslated: 'not translated yet',
	sourceLang: 'en',
	href: (slug: string) => `/fr/${slug}/`,
};

/** `['Orders', ['Take *']]`: a group and its entries; the current page has a star. */
function outline(entries: readonly SidebarEntry[]): unknown[] {
	return entries.flatMap((entry) =>
		entry.type === 'group'
			? [entry.label, outline(entry.entries)]
			: [`${entry.label}${entry.isCurrent ? ' *' : ''}`],
	);
}

test('chapters and pages stand in their order, then in that of their names', () => {
	const pages = [
		{ slug: '', title: 'Home' },
		{ slug: 'b-chapter/one', title: 'One', order: 2 },
		{ slug: 'b-chapter/two', title: 'Two', order: 1 },
		{ slug: 'a-chapter', title: 'Chapter A', order: 9 },
		{ slug: 'a-chapter/x', title: 'X' },
		{ slug: 'a-chapter/w', title: 'W' },
		{ slug: 'b-chapter', title: 'Chapter B', order: 1 },
		{ slug: 'glossary', title: 'Glossary' },
	];
	expect(outline(buildSidebar(pages, 'b-chapter/two', words))).toEqual([
		'Chapter B',
		['Overview', 'Two *', 'One'],
		'Chapter A',
		['Overview', 'W', 'X'],
		'Glossary',
	]);
	expect(inReadingOrder(pages).map(({ title }) => title)).toEqual([
		...['Chapter B', 'Two', 'One', 'Chapter A', 'W', 'X', 'Glossary'],
	]);
});

test('a chapter without introduction is named after its folder, in the source’s language', () => {
	const [group] = buildSidebar([{ slug: 'going-to-production/x', title: 'X' }], '', words);
	expect(group).toMatchObject({ type: 'group', label: 'Going to production', lang: 'en' });
});

test('a page that is not translated says so, and in which language it is', () => {
	const [link] = buildSidebar([{ slug: 'x', title: 'X', lang: 'en' }], '', words);
	expect(link).toMatchObject({
		href: '/fr/x/',
		attrs: { lang: 'en', title: 'not translated yet' },
		badge: { text: 'EN' },
	});
});

test('neighbours cross the borders of chapters', () => {
	const pages = ['a/one', 'a/two', 'b/three'].map((slug) => ({ slug, title: slug }));
	const { prev, next } = neighbours(buildSidebar(pages, 'a/two', words));
	expect([prev?.label, next?.label]).toEqual(['a/one', 'b/three']);
	expect(neighbours(buildSidebar(pages, 'elsewhere', words))).toEqual({
		prev: undefined,
		next: undefined,
	});
});

test('a long chapter opens only where somebody reads in it', () => {
	const long = Array.from({ length: 20 }, (_, i) => ({ slug: `long/${i}`, title: `Page ${i}` }));
	const pages = [{ slug: 'short/one', title: 'One' }, ...long];
	const collapsed = (current: string): unknown[] =>
		buildSidebar(pages, current, words).map((group) => 'collapsed' in group && group.collapsed);
	expect(collapsed('short/one')).toEqual([true, false]);
	expect(collapsed('long/7')).toEqual([false, false]);
});
