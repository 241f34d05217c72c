import { haveSameInlines, type Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { textOf } from './document/text-of.ts';
import { normaliseTarget } from './normalise-target.ts';
import { numbersIn } from './numbers.ts';
import type { Pair } from './pair.ts';
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
	return source.children.flatMap((cell, index) => {
		const other = target.children[index];
		if (!other || !mayDiffer(cell, other, pair)) return [];
		const contents = {
			source: contentsOf(cell, pair.source, pair.tags),
			target: contentsOf(other, pair.target, pair.tags),
		};
		const isSame = contents.source === contents.target;
		return isSame ? [] : [{ index, source: cell, target: other, contents }];
	});
}

/** The cheap test: most cells hold words alone. */
function mayDiffer(source: Block, target: Block, pair: Pair): boolean {
	if (!haveSameInlines(source, target)) return true;
	const [ours, theirs] = [writtenOf(source, pair.source), writtenOf(target, pair.target)];
	if (ours === theirs) return false;
	return digitsIn(ours) !== digitsIn(theirs) || MAY_HOLD_SIGN.test(ours + theirs);
}

/** With any mark between them, which languages choose; a lost mark of decimals changes their groups. */
function digitsIn(text: string): string {
	return /\d/.test(text) ? text.replace(/\D+/g, ' ').trim() : '';
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
