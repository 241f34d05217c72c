/**
 * A text without the figures of its months, where the source has a month by its name: `June 2026` is
 * `2026年6月`.
 */
export function withoutMonths(text: string, source: string, locale: string): string {
	return HAS_FIGURES.test(locale) && MONTH.test(source) ? text.replace(FIGURE, '') : text;
}

const HAS_FIGURES = /^(?:zh|ja|ko)\b/i;
const MONTH =
	/\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b/i;
const FIGURE = /\p{Nd}{1,2}(?=\s*[月월])/gu;
