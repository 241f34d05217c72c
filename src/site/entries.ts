import { getCollection, type CollectionEntry } from 'astro:content';
import { locales } from '../locales.ts';
import { splitId } from './addresses.ts';

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

/** Whether a page exists in a language, rather than as a fallback. */
export async function isTranslated(folder: string, slug: string): Promise<boolean> {
	return (await entriesByLocale()).get(folder)?.has(slug) ?? false;
}
