import { haveSameInlines, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { textOf } from '../document/text-of.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { numbersIn } from '../numbers.ts';
import type { Pair } from '../pair.ts';
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

/** The cheap test of a whole table, see `mayDiffer`; none of its cells is empty either. */
export function mayTablesDiffer(source: Block, target: Block, pair: Pair): boolean {
	return (
		source.children.length !== target.children.length ||
		source.children.some(
			({ children }, index) => children.length !== target.children[index]!.children.length,
		) ||
		EMPTY_CELL.test(writtenOf(target, pair.target)) ||
		mayTextsDiffer(source, target, pair) ||
		source.children.some((row, index) => haveOtherInlines(row, target.children[index]!))
	);
}

const EMPTY_CELL = /\|[ \t]*\|/;

/** The cheap test: most rows have the same figures and codes in the same cells, and no signs. */
function mayDiffer(source: Block, target: Block, pair: Pair): boolean {
	return mayTextsDiffer(source, target, pair) || haveOtherInlines(source, target);
}

function mayTextsDiffer(source: Block, target: Block, pair: Pair): boolean {
	const [ours, theirs] = [writtenOf(source, pair.source), writtenOf(target, pair.target)];
	return (
		MAY_HOLD_SIGN.test(ours) || MAY_HOLD_SIGN.test(theirs) || digitsIn(ours) !== digitsIn(theirs)
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
export function contentsOf(cell: Block, { text }: Document, tags: readonly string[]): string {
	const contents = cell.inlines.flatMap(({ kind, value }) => {
		if (kind === 'code') return `code ${value}`;
		return kind === 'link' || kind === 'image' ? `${kind} ${normaliseTarget(value, tags)}` : [];
	});
	const words = textOf(cell, text);
	for (const { digits } of numbersIn(words)) contents.push(`figure ${digits}`);
	for (const { meaning } of signsIn(words)) contents.push(`sign ${meaning}`);
	return contents.sort().join('\n');
}
