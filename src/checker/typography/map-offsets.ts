import { partitionPoint } from '../document/partition-point.ts';

/**
 * How far a piece of one line lies from where it lies in the file, `undefined` where it cannot be
 * found there.
 */
export type OffsetMap = (from: number, to: number) => number | undefined;

/**
 * From places in a text that was rewritten for the parser to those in the file. Lines have kept
 * their numbers, and those that were rewritten most of their words.
 */
export function mapOffsets(text: string, original: string): OffsetMap {
	if (text === original) return () => 0;
	const [ours, theirs] = [lineStarts(text), lineStarts(original)];
	return (from, to) => {
		const line = partitionPoint(ours, (start) => start <= from) - 1;
		const there = theirs[line];
		if (there === undefined) return undefined;
		const here = lineAt(text, ours, line);
		const written = lineAt(original, theirs, line);
		if (here === written) return there - ours[line]!;
		const piece = text.slice(from, to);
		const column = from - ours[line]!;
		const at = [shiftedColumn(here, written, column), column].find(
			(candidate) => candidate !== undefined && written.startsWith(piece, candidate),
		);
		return at === undefined ? undefined : there + at - from;
	};
}

/**
 * Where a column of a rewritten line stands in the line as it was, by the words with which both
 * end: `:::tip[Keep it]` was `::: tip Keep it`.
 */
function shiftedColumn(here: string, written: string, column: number): number | undefined {
	const [ours, theirs] = [here, written].map((line) => line.replace(/[\]"\s]+$/, ''));
	let common = 0;
	while (
		common < Math.min(ours!.length, theirs!.length) &&
		ours!.at(-1 - common) === theirs!.at(-1 - common)
	)
		common++;
	return column < ours!.length - common ? undefined : column + theirs!.length - ours!.length;
}

/** Offsets at which lines begin. */
export function lineStarts(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
	return starts;
}

function lineAt(text: string, starts: readonly number[], line: number): string {
	return text.slice(starts[line], starts[line + 1] ?? text.length).replace(/\r?\n$/, '');
}
