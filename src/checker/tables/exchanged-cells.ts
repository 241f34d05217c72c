import type { CellDifference } from './cell-contents.ts';
import { contentsOf } from './cell-contents.ts';
import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { textOf, wordsOf } from '../document/text-of.ts';
import type { Pair } from '../pair.ts';

/** Letters of a cell that may hold a name or a figure with its unit; longer ones are prose. */
const MOST_LETTERS = 24;

/** The columns whose cells stand in one another's place, of a row that holds the same all in all. */
export function exchangedColumns(differences: readonly CellDifference[], pair: Pair): number[] {
	if (differences.length < 2) return [];
	const all = (side: 'source' | 'target'): string =>
		differences
			.map(({ contents }) => contents[side])
			.sort()
			.join('\r');
	// Languages move figures and names within prose, and from one cell of it to another.
	const isTerse = (side: 'source' | 'target') => (difference: CellDifference) =>
		difference.contents[side] === '' ||
		(textOf(difference[side], pair[side].text).match(/\p{L}/gu)?.length ?? 0) <= MOST_LETTERS;
	return all('source') === all('target') &&
		differences.every(isTerse('source')) &&
		differences.every(isTerse('target'))
		? differences.map(({ index }) => index)
		: [];
}

/** Whether a row shows which of some columns is which. */
export function tellsApart(
	row: Block,
	columns: readonly number[],
	{ target, tags }: Pair,
): boolean {
	const contents = columns.map((index) => {
		const cell = row.children[index];
		return cell ? contentsOf(cell, target, tags) : '';
	});
	return new Set(contents).size > 1;
}

/** Whether headers of a table moved with their columns: words that are alike tell. */
export function haveHeadersMoved(
	source: Block,
	target: Block,
	columns: readonly number[],
	pair: Pair,
): boolean {
	const beginnings = (row: Block, { text }: Document): string[] =>
		columns.map((index) => {
			const cell = row.children[index];
			return cell ? wordsOf(cell, text).normalize('NFD').trim().slice(0, 3).toLowerCase() : '';
		});
	const [ours, theirs] = [beginnings(source, pair.source), beginnings(target, pair.target)];
	return ours.some((word, index) => word !== '' && word !== theirs[index] && theirs.includes(word));
}
