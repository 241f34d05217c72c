import type { WrittenNumber } from './written-number.ts';

/**
 * The months that a text of the source names, as figures, if its translation writes its months so:
 * `2026年6月`, `07/06/2026`.
 */
export function monthsInFigures(
	source: string,
	translation: string,
	figures: readonly WrittenNumber[],
): WrittenNumber[] {
	const named = [...source.matchAll(CAPITALISED)].flatMap(({ 0: written, index }) => {
		const isLong = LONG_NAMES.has(written);
		const month = SHORT_NAMES.indexOf(
			isLong ? written.slice(0, 3) : (SHORT.exec(written)?.[0] ?? ''),
		);
		if (month < 0 || (!isLong && !isBesideFigure(source, index, written))) return [];
		return { written, digits: String(month + 1) };
	});
	const isWrittenSo =
		/\p{Nd}\s*[月월]/u.test(translation) ||
		named.some((month) => figures.some(({ digits }) => digits === month.digits));
	return isWrittenSo ? named : [];
}

/** A word that may be the name of a month: `June`, `Sept`. */
const CAPITALISED = /\b[ADFJMNOS][a-z]{2,8}\b/g;
const LONG_NAMES = new Set(
	'January February April June July August September October November December'.split(' '),
);
const SHORT_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Short names, and those that are other words as well, stand beside a day or a year. */
const SHORT = /^(?:Mar(?=ch$)|Sep(?=t$)|[A-Z][a-z]{2}$)/;

function isBesideFigure(text: string, at: number, { length }: string): boolean {
	return (
		/^\.?\s\d/.test(text.slice(at + length, at + length + 3)) ||
		/\d\s$/.test(text.slice(Math.max(0, at - 2), at))
	);
}
