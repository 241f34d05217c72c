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
		(isLanguage(locale) || (isFilePart && (isLanguageName(locale) || isName(locale, shared))));
	return new Set([...counts].filter(isForeign).map(([locale]) => locale));
}

/** `isLanguage('pt_br')`, but not `isLanguage('api')` */
function isLanguage(text: string): boolean {
	if (!/^[a-z]{2,3}(?:[-_]\w+)*$/i.test(text)) return false;
	try {
		const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
		return names.of(text.replaceAll('_', '-')) !== undefined;
	} catch {
		return false;
	}
}

/** `isLanguageName('brazilian-portuguese')` */
function isLanguageName(text: string): boolean {
	const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
	const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
	const word = text.toLowerCase().split(/[-_]/).at(-1)!;
	return letters.some((first) =>
		letters.some((second) => names.of(first + second)?.toLowerCase() === word),
	);
}

function isName(text: string, shared: number): boolean {
	return shared >= SURELY && /^\p{L}[\p{L}_-]+$/u.test(text);
}
