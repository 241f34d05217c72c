import { isLanguageTag, languageCode } from '../checker/language-codes.ts';
import type { PagePattern } from './page-pattern.ts';

/** Translations of so many pages are no accident, whatever their language is called. */
const SURELY = 3;

/**
 * Locales that were not asked for, but whose translations match the source's pattern too, such as
 * `start.japanese.md` beside `start.md`, or `es/start.md` beside `start.md`. Told by their names,
 * and by the pages that they share with the source.
 *
 * @param pages what matches the source's pattern
 */
export function foreignLocales(
	pages: readonly string[],
	source: PagePattern,
	target: PagePattern,
): ReadonlySet<string> {
	if (!target.hasLocale) return new Set();
	const known = new Set(pages);
	const isFilePart = /\{page\}[^/]*\{locale\}/.test(target.text);
	const counts = new Map<string, { all: number; shared: number }>();
	for (const page of pages) {
		const match = target.match(source.path(page, ''));
		if (!match || match.page === page) continue;
		const count = counts.get(match.locale) ?? { all: 0, shared: 0 };
		count.all++;
		if (known.has(match.page)) count.shared++;
		counts.set(match.locale, count);
	}
	const isForeign = ([locale, { all, shared }]: [string, { all: number; shared: number }]) =>
		shared > 0 &&
		shared * 2 >= all &&
		(isLanguageTag(locale) || (isFilePart && (isLanguageName(locale) || isName(locale, shared))));
	return new Set([...counts].filter(isForeign).map(([locale]) => locale));
}

/** `isLanguageName('brazilian-portuguese')` */
function isLanguageName(text: string): boolean {
	return languageCode(text.split(/[-_]/).at(-1)!) !== undefined;
}

function isName(text: string, shared: number): boolean {
	return shared >= SURELY && /^\p{L}[\p{L}_-]+$/u.test(text);
}
