import { pointBehind, type Range, type Span } from '../place.ts';
import { withWesternDigits } from './western-digits.ts';

/** A number within text. */
export interface WrittenNumber {
	/** As it is written: `1,048.5`, `1 048,5`, `१,०४८.५` */
	readonly written: string;
	/** The same in every language, with a point for the mark of its decimals: `1048.5` */
	readonly digits: string;
	/** What other languages may have for it: `15` for `3 p.m.`, `90` for `the 1990s` */
	readonly also?: string;
}

/** Digits, and the marks between them: `86,400`, `86 400`, `22.23.3`, `12:30`. */
const NUMBER = /\d+(?:[.,:'’/-]\d+|[ \u00A0\u202F]\d{3}(?!\d))*/g;

/** `2026.11.07`, which is no version where the source has `November 7, 2026`. */
const DATE = /^\d{4}\.\d{1,2}\.\d{1,2}$/;

/** All numbers of a text, in its order. */
export function numbersIn(text: string, locale: string): WrittenNumber[] {
	const western = withWesternDigits(text, locale);
	if (!/\d/.test(western)) return [];
	return [...western.matchAll(NUMBER)].flatMap(({ index, 0: number }) => {
		// Dates and times are written in any order, with noughts or without: each part counts by itself.
		const parts = [...number.matchAll(DATE.test(number) ? /\d+/g : /[^:/-]+/g)];
		return parts.map(({ index: within, 0: part }, place) => {
			const digits = digitsOf(part);
			const also = place === 0 ? otherFigure(digits, western, index, number.length) : undefined;
			return {
				written: text.slice(index + within, index + within + part.length),
				digits: parts.length === 1 ? digits : digits.replace(/^0+(?=\d)/, ''),
				...(also !== undefined && { also }),
			};
		});
	});
}

/** What other languages write for `3 p.m.`, `12 a.m.`, `the 1990s` and `the 90s`. */
function otherFigure(digits: string, text: string, at: number, length: number): string | undefined {
	const behind = text.slice(at + length, at + length + 6);
	if (/^\s?p\.?\s?m\b/i.test(behind)) return String(Number(digits) + 12);
	if (/^\s?a\.?\s?m\b/i.test(behind)) return digits === '12' ? '0' : undefined;
	if (!/^s\b/.test(behind)) return undefined;
	if (/^(?:1[5-9]|20)\d0$/.test(digits)) return digits.slice(2);
	return /^\d0$/.test(digits) ? `19${digits}` : undefined;
}

/** The numbers, each with the digits that the others have for it where they have no such number. */
export function asWrittenAmong(
	numbers: readonly WrittenNumber[],
	others: readonly WrittenNumber[],
): readonly WrittenNumber[] {
	if (numbers.every(({ also }) => also === undefined)) return numbers;
	const known = new Set(others.map(({ digits }) => digits));
	return numbers.map((number) =>
		number.also !== undefined && !known.has(number.digits) && known.has(number.also)
			? { ...number, digits: number.also }
			: number,
	);
}

/**
 * A mark before exactly three digits may group them, as `1,000` and `1.000` do; so may one that
 * stands twice, also in India: `1,00,000`. Versions and addresses have several points as well.
 */
function digitsOf(written: string): string {
	const [, whole = '', mark, decimals = ''] = /^(.*)(\D)(\d+)$/.exec(written) ?? [];
	const digits = written.replace(/\D/g, '');
	if (mark === undefined || SPACE.test(mark) || whole.includes(mark)) return digits;
	const mayGroup = decimals.length === 3 && !/\D/.test(whole) && !whole.startsWith('0');
	return mayGroup ? digits : `${whole.replace(/\D/g, '')}.${decimals}`;
}

const SPACE = /[ \u00A0\u202F]/;

/** Where a number stands in the written text of a block; the whole block where it is not found. */
export function placeOfNumber(number: string, span: Span, text: string): Range {
	const written = text.slice(span.from, span.to);
	const isPart = (at: number): boolean =>
		DIGIT.test(written[at - 1] ?? '') || DIGIT.test(written[at + number.length] ?? '');
	let at = written.indexOf(number);
	while (at >= 0 && isPart(at)) at = written.indexOf(number, at + 1);
	if (at < 0) return span;
	const start = pointBehind(span.start, written.slice(0, at));
	return { start, end: pointBehind(start, number) };
}

/** Of any script. */
const DIGIT = /\p{Nd}/u;
