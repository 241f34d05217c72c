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
	const named = [...source.matchAll(MONTH)].map(({ 0: written }) => ({
		written,
		digits: String(SHORT_NAMES.indexOf(written.slice(0, 3)) + 1),
	}));
	const isWrittenSo =
		/\p{Nd}\s*[月월]/u.test(translation) ||
		named.some((month) => figures.some(({ digits }) => digits === month.digits));
	return isWrittenSo ? named : [];
}

const SHORT_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Short names, and those that are other words as well, stand beside a day or a year. */
const MONTH =
	/\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:Jan|Feb|Mar(?:ch)?|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?=\.?\s\d)|(?<=\d\s)(?:Jan|Feb|Mar(?:ch)?|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g;
