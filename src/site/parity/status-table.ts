import type { CollectionEntry } from 'astro:content';
import { locales, sourceLocale, type Locale } from '../../locales.ts';
import { addressIn } from '../routing/address-in.ts';
import { sidebarPages, type Entries } from '../routing/entries.ts';
import { buildSidebar, type SidebarEntry, type SidebarPage } from '../routing/sidebar.ts';
import { settings } from '../settings.ts';
import type { Translation } from './translation.ts';

/** States of a translation, in the order in which readers are told of them. */
export const STATES = ['current', 'stale', 'broken', 'unrecorded', 'missing'] as const;
export type State = (typeof STATES)[number];

/** A page in one language. */
export interface StatusCell {
	readonly locale: Locale;
	readonly state: State;
	readonly errors: number;
	/** How many sections have changed in the source since. */
	readonly staleSections: number;
	readonly href: string;
	/** Leads to the first section of the source that has changed: `#how-to-check`, or empty. */
	readonly sourceHash: string;
	/** A page that is missing offers to begin its translation itself. */
	readonly editHref?: string | undefined;
}

/** A page in all languages but the source's. */
export interface StatusRow {
	readonly title: string;
	/** Language of the title where it is not the reader's. */
	readonly lang?: string | undefined;
	/** Address in the reader's language. */
	readonly href: string;
	readonly source: { readonly href: string; readonly historyHref?: string | undefined };
	readonly cells: readonly StatusCell[];
}

/** The pages of a chapter, in the order of the sidebar. */
export interface StatusChapter {
	/** Absent for the pages outside of chapters. */
	readonly name?: string;
	readonly lang?: string | undefined;
	/** A long chapter opens on demand, as in the sidebar. */
	readonly isCollapsed: boolean;
	readonly rows: readonly StatusRow[];
}

/** The languages that a page can be translated into. */
export const targets: readonly Locale[] = locales.slice(1);

/**
 * What the page about the state of all translations shows.
 *
 * @param reader the language that it is shown in
 */
export function statusChapters(
	byLocale: ReadonlyMap<string, Entries>,
	reader: Locale,
): StatusChapter[] {
	const pages = new Map(sidebarPages(byLocale, reader.folder).map((page) => [page.slug, page]));
	const row = (slug: string) => statusRow(pages.get(slug)!, byLocale, reader);
	// The sidebar decides about chapters and their order; what it links to is told by its address.
	const words = { overview: '', untranslated: '', sourceLang: sourceLocale.lang };
	const entries = buildSidebar([...pages.values()], '', { ...words, href: (slug) => slug });
	const home = isWritten(byLocale) ? [''] : [];
	const loose = [...home, ...entries.flatMap((entry) => (entry.type === 'link' ? entry.href : []))];
	const chapters = entries.flatMap((entry): StatusChapter[] =>
		entry.type === 'link'
			? []
			: [
					{
						name: entry.label,
						lang: (entry as { lang?: string }).lang,
						isCollapsed: entry.collapsed,
						rows: slugsOf(entry.entries).map(row),
					},
				],
	);
	if (loose.length > 0) chapters.unshift({ isCollapsed: false, rows: loose.map(row) });
	return chapters;
}

/** How many pages of each language are in each state. */
export function statusTotals(
	chapters: readonly StatusChapter[],
): ReadonlyMap<Locale, ReadonlyMap<State, number>> {
	const cells = chapters.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
	return new Map(
		targets.map((locale) => {
			const own = cells.filter((cell) => cell.locale === locale);
			const counts = STATES.map((state): [State, number] => [
				state,
				own.filter((cell) => cell.state === state).length,
			]);
			return [locale, new Map(counts)];
		}),
	);
}

/** Whether the home page is a file, rather than a list of pages that the site makes for itself. */
function isWritten(byLocale: ReadonlyMap<string, Entries>): boolean {
	const home = byLocale.get(sourceLocale.folder)?.get('');
	return home !== undefined && home.data.editUrl !== false;
}

function slugsOf(entries: readonly SidebarEntry[]): string[] {
	return entries.flatMap((entry) =>
		entry.type === 'group' ? slugsOf(entry.entries) : [entry.href],
	);
}

function statusRow(
	{ slug, title, lang }: SidebarPage,
	byLocale: ReadonlyMap<string, Entries>,
	reader: Locale,
): StatusRow {
	const { filePath } = byLocale.get(sourceLocale.folder)!.get(slug)!;
	return {
		...{ title, lang },
		href: addressIn(reader, slug),
		source: {
			href: addressIn(sourceLocale, slug),
			historyHref: settings.historyUrl && `${settings.historyUrl}${filePath ?? ''}`,
		},
		cells: targets.map((locale) =>
			statusCell(locale, slug, byLocale.get(locale.folder)?.get(slug)),
		),
	};
}

const MISSING: Translation = { state: 'missing', errors: 0, staleSections: [] };

function statusCell(
	locale: Locale,
	slug: string,
	entry: CollectionEntry<'docs'> | undefined,
): StatusCell {
	const { state, errors, staleSections } = entry?.data.translation ?? MISSING;
	const href = addressIn(locale, slug);
	const anchor = staleSections.find((section) => section.anchor)?.anchor;
	return {
		...{ locale, state, errors },
		staleSections: staleSections.length,
		href,
		sourceHash: anchor ? `#${anchor}` : '',
		editHref: settings.editUrl && (entry?.filePath ? settings.editUrl + entry.filePath : href),
	};
}
