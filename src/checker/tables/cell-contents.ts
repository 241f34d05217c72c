import { haveSameInlines, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { textOf } from '../document/text-of.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { numbersIn } from '../numbers/written-number.ts';
import { matchesWithOtherDigits } from '../numbers/other-digits.ts';
import type { Pair } from '../pair.ts';
import type { Span } from '../place.ts';
import { MAY_HOLD_SIGN, signsIn } from './signs.ts';

/** How one cell of a row differs from that of the source, in what no language changes. */
export interface CellDifference {
	/** Of the column. */
	readonly index: number;
	readonly source: Block;
	readonly target: Block;
	/** What either holds: code, links, images, figures, signs; `''` for words alone. */
	readonly contents: { readonly source: string; readonly target: string };
}

/** Compares two rows of as many cells, column by column. */
export function cellDifferences(source: Block, target: Block, pair: Pair): CellDifference[] {
	if (!mayDiffer(source, target, pair)) return [];
	return source.children.flatMap((cell, index) => {
		const other = target.children[index];
		if (!other) return [];
		const contents = {
			source: contentsOf(cell, pair.source, pair.tags),
			target: contentsOf(other, pair.target, pair.tags),
		};
		const isSame = contents.source === contents.target;
		return isSame ? [] : [{ index, source: cell, target: other, contents }];
	});
}

/** The cheap test of a whole table: no cell is empty, none has other figures or codes, or a sign. */
export function mayTablesDiffer(source: Block, target: Block, pair: Pair): boolean {
	const { missing, extra } = pair.alignment;
	return (
		missing.length > 0 ||
		extra.length > 0 ||
		source.children.length !== target.children.length ||
		source.children.some(
			({ children }, index) => children.length !== target.children[index]!.children.length,
		) ||
		EMPTY_CELL.test(writtenOf(target, pair.target)) ||
		holdSigns(source, target, pair) ||
		matchesWithOtherDigits(pair).some(({ target: { span } }) => isWithin(span, target.span)) ||
		source.children.some((row, index) => haveOtherInlines(row, target.children[index]!))
	);
}

const EMPTY_CELL = /\|[ \t]*\|/;

function isWithin(inner: Span, outer: Span): boolean {
	return outer.from <= inner.from && inner.to <= outer.to;
}

/** The cheap test: most rows have the same figures and codes in the same cells, and no signs. */
function mayDiffer(source: Block, target: Block, pair: Pair): boolean {
	return (
		holdSigns(source, target, pair) ||
		digitsIn(writtenOf(source, pair.source)) !== digitsIn(writtenOf(target, pair.target)) ||
		haveOtherInlines(source, target)
	);
}

function holdSigns(source: Block, target: Block, pair: Pair): boolean {
	return (
		MAY_HOLD_SIGN.test(writtenOf(source, pair.source)) ||
		MAY_HOLD_SIGN.test(writtenOf(target, pair.target))
	);
}

function haveOtherInlines(source: Block, target: Block): boolean {
	return source.children.some((cell, index) => {
		const other = target.children[index];
		return other !== undefined && !haveSameInlines(cell, other);
	});
}

/** With any mark between them, which languages choose; cells are marked off as well. */
function digitsIn(text: string): string {
	return /\d/.test(text) ? text.replace(/[^\d|]+/g, ' ') : '';
}

function writtenOf({ span }: Block, { text }: Document): string {
	return text.slice(span.from, span.to);
}

/** What a cell holds that no language changes, in any order. */
export function contentsOf(
	cell: Block,
	{ text, locale }: Document,
	tags: readonly string[],
): string {
	const contents = cell.inlines.flatMap(({ kind, value }) => {
		if (kind === 'code') return `code ${value}`;
		return kind === 'link' || kind === 'image' ? `${kind} ${normaliseTarget(value, tags)}` : [];
	});
	const words = textOf(cell, text);
	for (const { digits, also } of numbersIn(words, locale))
		if (also === undefined) contents.push(`figure ${digits}`);
	for (const { meaning } of signsIn(words)) contents.push(`sign ${meaning}`);
	return contents.sort().join('\n');
}
