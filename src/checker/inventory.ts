import { nearestPath } from './nearest.ts';

/** Which pages exist in which language. */
export interface Inventory {
	/** Pages of the source, by their name in all languages. */
	readonly sourcePages: readonly string[];
	/** Where the source of a page lies, or would lie, as people find it. */
	readonly sourcePath: (page: string) => string;
	readonly locales: readonly LocaleInventory[];
}

export interface LocaleInventory {
	readonly locale: string;
	readonly pages: readonly string[];
	/** Where a translation lies, or would lie. */
	readonly path: (page: string) => string;
	/** Translations whose source is gone: page -> the source page that it most likely belongs to. */
	readonly orphans: ReadonlyMap<string, string | undefined>;
}

/**
 * Translations without a source page, each with its likely new name: that of a source page which
 * lies elsewhere or has a similar name, and has no translation yet.
 *
 * @param knownRenames names that are known better, by what the pages hold
 */
export function findOrphans(
	sourcePages: readonly string[],
	pages: readonly string[],
	knownRenames: ReadonlyMap<string, string> = new Map(),
): Map<string, string | undefined> {
	const [sources, translated] = [new Set(sourcePages), new Set(pages)];
	const lone = pages.filter((page) => !sources.has(page));
	if (lone.length === 0) return new Map();
	const free = sourcePages.filter((page) => !translated.has(page));
	return new Map(lone.map((page) => [page, knownRenames.get(page) ?? nearestPath(page, free)]));
}
