import type { CodeLine } from '../code/code-line.ts';
import { rowsOf, type ReadBlock } from '../code/find-hunks.ts';
import { mergeComments } from './merge-comments.ts';
import { pairRows } from './merge-rows.ts';

/**
 * The code of the source with the comments of its translation: each stays at its place between the
 * same lines of code. A comment that the translation lacks, beside code that it lacks as well, comes
 * as the source has it.
 *
 * @param takesStrings whether literals take the words of the source, too; otherwise a line that
 *   differs in nothing else stays as it was translated
 */
export function mergeCode(source: ReadBlock, target: ReadBlock, takesStrings: boolean): string[] {
	const [ours, theirs] = [rowsOf(source), rowsOf(target)];
	const pairs = pairRows(
		ours.map((row) => source.read[row]!),
		theirs.map((row) => target.read[row]!),
	);
	const merged: string[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...pairs, [ours.length, theirs.length] as const]) {
		const next = { row: ours[nextI], ownRow: theirs[nextJ] };
		const gaps = mergeComments(
			gapsBetween(source, ours, i, nextI),
			gapsBetween(target, theirs, j, nextJ).map((gap) => moveTo(gap, source, target, next)),
			isSameRow(source, target, next),
		);
		for (const [index, gap] of gaps.entries()) {
			merged.push(...gap);
			if (i + index < nextI) merged.push(source.lines[ours[i + index]!]!);
		}
		if (nextI < ours.length)
			merged.push(
				mergeRow(rowAt(source, ours[nextI]!), rowAt(target, theirs[nextJ]!), takesStrings),
			);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return merged;
}

/** The next line that both have; absent at the end. */
interface Next {
	readonly row: number | undefined;
	readonly ownRow: number | undefined;
}

/** Whether a line did not drift; a brace is equal to any other. */
function isSameRow(source: ReadBlock, target: ReadBlock, { row, ownRow }: Next): boolean {
	if (row === undefined || ownRow === undefined) return false;
	const { key } = source.read[row]!;
	return key === target.read[ownRow]!.key && /\w/.test(key);
}

/** Comments as deep as the line behind them now is. */
function moveTo(
	gap: readonly string[],
	source: ReadBlock,
	target: ReadBlock,
	{ row, ownRow }: Next,
): readonly string[] {
	if (row === undefined || ownRow === undefined) return gap;
	const [to, from] = [indentation(source.lines[row]!), indentation(target.lines[ownRow]!)];
	return gap.map((line) =>
		line.trim() !== '' && line.startsWith(from) ? to + line.slice(from.length) : line,
	);
}

interface Row {
	readonly line: string;
	readonly read: CodeLine;
}

function rowAt({ lines, read }: ReadBlock, index: number): Row {
	return { line: lines[index]!, read: read[index]! };
}

/** Comments and blank lines around the rows from one up to another, in between each two of them. */
function gapsBetween(
	{ lines }: ReadBlock,
	rows: readonly number[],
	from: number,
	to: number,
): string[][] {
	return Array.from({ length: to - from + 1 }, (_, index) =>
		lines.slice((rows[from + index - 1] ?? -1) + 1, rows[from + index] ?? lines.length),
	);
}

function mergeRow(source: Row, target: Row, takesStrings: boolean): string {
	const isInString = source.read.opensInString || target.read.opensInString;
	const isSame = source.read.key === target.read.key;
	const hasOwnStrings = !takesStrings && source.read.codeKey === target.read.codeKey;
	if (isSame || hasOwnStrings)
		return isInString ? target.line : indentation(source.line) + target.line.trimStart();
	return withComments(source, target);
}

function indentation(line: string): string {
	return /^\s*/.exec(line)![0];
}

/** A line of the source with the comments that stand on its translation. */
function withComments(source: Row, target: Row): string {
	const [ours, theirs] = [source.read.comments, target.read.comments];
	if (ours.length === 0 && theirs.length === 1 && isAtEnd(target)) {
		const { column } = theirs[0]!;
		const space = /\s*$/.exec(target.line.slice(0, column))![0] || ' ';
		return source.line.trimEnd() + space + target.line.slice(column).trimStart();
	}
	if (ours.length !== theirs.length) return source.line;
	let merged = source.line;
	for (const [index, { column, text }] of [...ours.entries()].toReversed())
		merged = merged.slice(0, column) + theirs[index]!.text + merged.slice(column + text.length);
	return merged;
}

function isAtEnd({ line, read: { comments } }: Row): boolean {
	const { column, text } = comments.at(-1)!;
	return line.slice(column + text.length).trim() === '';
}
