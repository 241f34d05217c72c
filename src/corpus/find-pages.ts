import { foreignLocales } from './foreign-locales.ts';
import { listFiles } from './list-files.ts';
import type { PagePattern } from './page-pattern.ts';

/** A target locale, and how its folder or file part is spelled. */
export interface TargetLocale {
	/** BCP 47 tag: `pt-BR`. */
	readonly tag: string;
	/** `pt-br`, or `brazilian-portuguese` */
	readonly part: string;
}

/** Pages by their name in all languages, sorted. */
export interface FoundPages {
	readonly source: readonly string[];
	/** By tag. */
	readonly targets: ReadonlyMap<string, readonly string[]>;
}

/** Lists the files that match the patterns; nothing is opened. */
export function findPages(
	folder: string,
	source: PagePattern,
	target: PagePattern,
	locales: readonly TargetLocale[],
): FoundPages {
	const below = [source.folder(''), ...locales.map(({ part }) => target.folder(part))];
	const paths = new Set(below.flatMap((each) => listFiles(folder, each)));
	const targets = new Map<string, string[]>(locales.map(({ tag }) => [tag, []]));
	const rest: string[] = [];
	for (const path of paths) {
		const locale = locales.find(({ part }) => target.match(path, part));
		// In a layout by file name a translation looks like a source page with a longer name.
		if (locale) targets.get(locale.tag)!.push(target.match(path, locale.part)!.page);
		else rest.push(path);
	}
	const pages = rest.flatMap((path) => source.match(path)?.page ?? []);
	const foreign = foreignLocales(pages, source, target);
	const sources = pages.filter((page) => {
		const match = target.hasLocale ? target.match(source.path(page, '')) : undefined;
		return !match || match.page === page || !foreign.has(match.locale);
	});
	for (const list of targets.values()) list.sort();
	return { source: sources.sort(), targets };
}
