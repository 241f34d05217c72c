import { matchesOf, type Match } from '../alignment/alignment.ts';
import { cellDifferences, mayTablesDiffer, type CellDifference } from './cell-contents.ts';
import { isEmptied, type Block } from '../document/block.ts';
import { wordsOf } from '../document/text-of.ts';
import { excerpt } from '../excerpt.ts';
import { exchangedColumns, haveHeadersMoved, tellsApart } from './exchanged-cells.ts';
import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';
import { signsIn } from './signs.ts';

/**
 * Remarks on cells of tables that have as many columns as those of the source.
 * Messages: `cells-exchanged`, `columns-exchanged`, `cell-empty`, `sign`.
 */
export function* cellRemarks(pair: Pair): Generator<Remark> {
	let partners: ReadonlyMap<Block, Match> | undefined;
	for (const { source, target } of matchesOf(pair.alignment, 'table')) {
		if (source.name !== target.name) continue;
		if (!mayTablesDiffer(source, target, pair)) continue;
		const known = (partners ??= partnersOfRows(matchesOf(pair.alignment, 'row')));
		const rows = target.children.flatMap((row) => known.get(row) ?? []);
		yield* remarksOnTable({ source, target }, rows, pair);
	}
}

function partnersOfRows(rows: readonly Match[]): ReadonlyMap<Block, Match> {
	return new Map(rows.map((match) => [match.target, match]));
}

type Blocks = Pick<Match, 'source' | 'target'>;

function* remarksOnTable(table: Blocks, matches: readonly Match[], pair: Pair): Generator<Remark> {
	const rows = matches.map((match) => {
		const differences = cellDifferences(match.source, match.target, pair);
		return { match, differences, columns: exchangedColumns(differences, pair) };
	});
	const exchanged = rows.filter(({ columns }) => columns.length > 0);
	const columns = columnsOf(exchanged, rows, table, pair);
	const [head] = table.source.children;
	if (columns) {
		const names = columns.map((index) => wordsOf(head!.children[index]!, pair.source.text));
		if (!haveHeadersMoved(head!, table.target.children[0]!, columns, pair))
			yield remark('columns-exchanged', table, pair, {
				columns: names.map((name) => `\`${excerpt(name, 30)}\``).join(', '),
			});
	}
	for (const { match, differences, columns: own } of rows) {
		if (own.length === 0) {
			yield* emptyCells(match, pair);
			yield* otherSigns(differences, pair);
		} else if (!columns)
			yield remark('cells-exchanged', match, pair, {
				excerpt: excerptOf(match.source, pair.source.text),
			});
	}
}

interface Row {
	readonly match: Match;
	readonly columns: readonly number[];
}

/** The columns that are exchanged as a whole, in every row that tells them apart. */
function columnsOf(
	exchanged: readonly Row[],
	rows: readonly Row[],
	{ source }: Blocks,
	pair: Pair,
): readonly number[] | undefined {
	if (exchanged.length < 2) return undefined;
	const { columns } = exchanged[0]!;
	const isWhole =
		exchanged.every((each) => each.columns.join() === columns.join()) &&
		!rows.some(
			(row) =>
				row.columns.length === 0 &&
				row.match.source !== source.children[0] &&
				tellsApart(row.match.target, columns, pair),
		);
	return isWhole ? columns : undefined;
}

function* emptyCells(row: Match, pair: Pair): Generator<Remark> {
	for (const [index, cell] of row.source.children.entries()) {
		const other = row.target.children[index];
		if (!isEmptied(cell, other, pair.target.text)) continue;
		const expected = excerpt(wordsOf(cell, pair.source.text));
		if (expected === '') continue;
		yield remark('cell-empty', { source: cell, target: other ?? row.target }, pair, { expected });
	}
}

function* otherSigns(differences: readonly CellDifference[], pair: Pair): Generator<Remark> {
	for (const { source, target } of differences) {
		const ours = signsIn(wordsOf(source, pair.source.text));
		const theirs = signsIn(wordsOf(target, pair.target.text));
		// Words may say the same.
		if (ours.length === 0 || ours.length !== theirs.length) continue;
		const index = ours.findIndex(({ meaning }, i) => meaning !== theirs[i]!.meaning);
		if (index >= 0)
			yield remark('sign', { source, target }, pair, {
				found: theirs[index]!.written,
				expected: ours[index]!.written,
			});
	}
}

function remark(
	messageId: string,
	{ source, target }: Blocks,
	pair: Pair,
	data: Readonly<Record<string, string>>,
): Remark {
	return { file: pair.target, messageId, data, range: target.span, source: source.span };
}
