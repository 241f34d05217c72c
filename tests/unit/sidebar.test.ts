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
	const { prev, next } = neighbours(buildSidebar(pages, 'a/two', words), words.overview);
	expect([prev?.label, next?.label]).toEqual(['a/one', 'b/three']);
	expect(neighbours(buildSidebar(pages, 'elsewhere', words), words.overview)).toEqual({
		prev: undefined,
		next: undefined,
	});
});

test('the introduction of the next chapter is announced by its title', () => {
	const pages = [
		{ slug: 'a/one', title: 'One' },
		{ slug: 'b', title: 'Security', lang: 'en' },
		{ slug: 'b/two', title: 'Two' },
	];
	const { next } = neighbours(buildSidebar(pages, 'a/one', words), words.overview);
	expect(next).toMatchObject({ label: 'Security', href: '/fr/b/', attrs: { lang: 'en' } });
	const { prev } = neighbours(buildSidebar(pages, 'b/two', words), words.overview);
	expect(prev?.label).toBe('Security');
});

test('chapters are open until somebody reads in one, but for long ones', () => {
	const long = Array.from({ length: 20 }, (_, i) => ({ slug: `long/${i}`, title: `Page ${i}` }));
	const short = ['one/page', 'two/page'].map((slug) => ({ slug, title: slug }));
	const open = (current: string): unknown[] =>
		buildSidebar([...short, ...long], current, words).flatMap((group) =>
			group.type === 'group' && !group.collapsed ? group.label : [],
		);
	expect(open('')).toEqual(['One', 'Two']);
	expect(open('two/page')).toEqual(['Two']);
	expect(open('long/7')).toEqual(['Long']);
});
