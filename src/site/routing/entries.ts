import { getCollection, type CollectionEntry } from 'astro:content';
import { locales, sourceLocale } from '../../locales.ts';
import { splitId } from './addresses.ts';
import { STATUS_SLUG } from './status-address.ts';
import type { SidebarPage } from './sidebar.ts';

/** Slug -> entry, for the pages that really exist in a language. */
export type Entries = ReadonlyMap<string, CollectionEntry<'docs'>>;

let known: ReadonlyMap<string, Entries> | undefined;

/** Locale folder -> its entries. Content does not change during a build, only in the dev server. */
export async function entriesByLocale(): Promise<ReadonlyMap<string, Entries>> {
	if (known && import.meta.env.PROD) return known;
	const found = new Map<string, Map<string, CollectionEntry<'docs'>>>(
		locales.map(({ folder }) => [folder, new Map()]),
	);
	for (const entry of await getCollection('docs')) {
		const { folder, slug } = splitId(entry.id);
		found.get(folder)?.set(slug, entry);
	}
	known = found;
	return found;
}

/** Whether a page exists in a language, rather than as a fallback; the site's own ones all do. */
export async function isTranslated(folder: string, slug: string): Promise<boolean> {
	return slug === STATUS_SLUG || ((await entriesByLocale()).get(folder)?.has(slug) ?? false);
}

/** Pages of a locale, with the source's where there is no translation. */
export function sidebarPages(
	byLocale: ReadonlyMap<string, Entries>,
	folder: string,
): SidebarPage[] {
	const own = byLocale.get(folder);
	const pages: SidebarPage[] = [];
	for (const [slug, source] of byLocale.get(sourceLocale.folder) ?? []) {
		const entry = own?.get(slug) ?? source;
		pages.push({
			slug,
			title: entry.data.title,
			order: source.data.order,
			lang: own?.has(slug) ? undefined : sourceLocale.lang,
		});
	}
	return pages;
}
