import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { humanize } from './humanize.ts';

export type SidebarEntry = StarlightRouteData['sidebar'][number];
export type SidebarLink = Extract<SidebarEntry, { type: 'link' }>;

/** A page as the sidebar shows it, in the reader's language if there is a translation. */
export interface SidebarPage {
	/** Path shared by all languages: `going-to-production/be-stateless`. */
	readonly slug: string;
	readonly title: string;
	readonly order?: number | undefined;
	/** Language of the title where it is not the reader's. */
	readonly lang?: string | undefined;
}

export interface SidebarWords {
	/** Entry that leads to the introduction of a chapter. */
	readonly overview: string;
	/** Mark behind a page that is not translated yet. */
	readonly untranslated: string;
	/** Language of a chapter name that was made from its folder's name. */
	readonly sourceLang: string;
	readonly href: (slug: string) => string;
}

/** A group whose name may be in another language than the reader's. */
export type SidebarGroup = Extract<SidebarEntry, { type: 'group' }> & { lang?: string | undefined };

interface Branch {
	readonly segment: string;
	page?: SidebarPage;
	readonly branches: Map<string, Branch>;
}

/**
 * The folders as a tree: a chapter is named by its `index.md`, or after its folder for want of one.
 * Pages and chapters stand in the order of their front matter, then of their names.
 */
export function buildSidebar(
	pages: readonly SidebarPage[],
	current: string,
	words: SidebarWords,
): SidebarEntry[] {
	return entriesOf(treeOf(pages), current, words);
}

/** The pages as the sidebar lists them, without the home page. */
export function inReadingOrder(pages: readonly SidebarPage[]): SidebarPage[] {
	return pagesOf(treeOf(pages));
}

function pagesOf({ page, branches }: Branch): SidebarPage[] {
	const below = [...branches.values()].sort(byOrder).flatMap(pagesOf);
	return page ? [page, ...below] : below;
}

function treeOf(pages: readonly SidebarPage[]): Branch {
	const root: Branch = { segment: '', branches: new Map() };
	for (const page of pages) {
		if (page.slug === '') continue;
		let branch = root;
		for (const segment of page.slug.split('/')) {
			const next = branch.branches.get(segment) ?? { segment, branches: new Map() };
			branch.branches.set(segment, next);
			branch = next;
		}
		branch.page = page;
	}
	return root;
}

/** Pages of a chapter that fit on a screen beside the others. */
const LONG = 15;

function holds(entries: readonly SidebarEntry[]): boolean {
	return entries.some((entry) => (entry.type === 'link' ? entry.isCurrent : holds(entry.entries)));
}

function entriesOf({ branches }: Branch, current: string, words: SidebarWords): SidebarEntry[] {
	const all = [...branches.values()].sort(byOrder).map((branch) => {
		const { page, segment } = branch;
		if (page && branch.branches.size === 0) return link(page, page.title, current, words);
		const entries = entriesOf(branch, current, words);
		if (page) entries.unshift(link({ ...page, lang: undefined }, words.overview, current, words));
		const group: SidebarGroup = {
			type: 'group',
			label: page?.title ?? humanize(segment),
			lang: page ? page.lang : words.sourceLang,
			entries,
			collapsed: false,
			badge: undefined,
		};
		return group;
	});
	const isInChapter = all.some((entry) => entry.type === 'group' && holds(entry.entries));
	return all.map((entry) => {
		if (entry.type === 'link' || holds(entry.entries)) return entry;
		// Readers see where they are without scrolling; elsewhere, what there is. A long chapter is a
		// reference, which opens where somebody reads in it.
		return { ...entry, collapsed: isInChapter || entry.entries.length > LONG };
	});
}

function byOrder(a: Branch, b: Branch): number {
	const [first, second] = [a.page?.order ?? Infinity, b.page?.order ?? Infinity];
	if (first !== second) return first - second;
	return a.segment < b.segment ? -1 : 1;
}

function link(
	{ slug, lang }: SidebarPage,
	label: string,
	current: string,
	{ href, untranslated }: SidebarWords,
): SidebarLink {
	return {
		type: 'link',
		label,
		href: href(slug),
		isCurrent: slug === current,
		badge: lang
			? { text: lang.toUpperCase(), variant: 'default', class: 'untranslated' }
			: undefined,
		attrs: lang ? { lang, title: untranslated } : {},
	};
}

/**
 * The pages before and after the current one, each under its title.
 *
 * @param overview what the sidebar calls the introduction of a chapter
 */
export function neighbours(
	sidebar: readonly SidebarEntry[],
	overview: string,
): {
	prev: SidebarLink | undefined;
	next: SidebarLink | undefined;
} {
	const links = linksOf(sidebar, overview);
	const current = links.findIndex(({ isCurrent }) => isCurrent);
	if (current < 0) return { prev: undefined, next: undefined };
	return { prev: links[current - 1], next: links[current + 1] };
}

function linksOf(entries: readonly SidebarEntry[], overview: string): SidebarLink[] {
	return entries.flatMap((entry) => {
		if (entry.type === 'link') return [entry];
		const { label, lang }: SidebarGroup = entry;
		const [first, ...others] = linksOf(entry.entries, overview);
		if (first?.label !== overview) return first ? [first, ...others] : [];
		return [{ ...first, label, attrs: { ...first.attrs, lang } }, ...others];
	});
}
