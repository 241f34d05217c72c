import type { CodeLine } from './code-line.ts';

/** Indexes of a source and a target line that belong together. */
export type LinePair = readonly [source: number, target: number];

/**
 * More cells than this would take too long: lines are then paired by their place, or, where one side
 * has more, not at all.
 */
const MOST_CELLS = 1_000_000;

/** Two blocks as they are written, without indentation: for those read by little of what they say. */
export interface Written {
	readonly source: readonly string[];
	readonly target: readonly string[];
}

/**
 * The lines of two blocks that are the same, or the same but for their strings: the heaviest common
 * subsequence, where long lines weigh more than a brace and equal strings more than differing ones.
 *
 * @param written makes lines that are written alike weigh more than those that are only read alike
 */
export function alignLines(
	source: readonly CodeLine[],
	target: readonly CodeLine[],
	written?: Written,
): LinePair[] {
	const isSame = (i: number, j: number): boolean =>
		source[i]!.key === target[j]!.key &&
		(written === undefined || written.source[i] === written.target[j]);
	const pairs: LinePair[] = [];
	let start = 0;
	const shorter = Math.min(source.length, target.length);
	while (start < shorter && isSame(start, start)) {
		pairs.push([start, start]);
		start++;
	}
	let end = 0;
	while (end < shorter - start && isSame(source.length - 1 - end, target.length - 1 - end)) end++;
	const rows = source.length - end - start;
	const columns = target.length - end - start;
	if (rows * columns <= MOST_CELLS) {
		const weigh = (i: number, j: number): number =>
			weightOf(source[start + i]!, target[start + j]!) *
			(written && isSame(start + i, start + j) ? AS_WRITTEN : 1);
		for (const [i, j] of heaviest(rows, columns, weigh)) pairs.push([start + i, start + j]);
	} else if (written) return alignLines(source, target);
	else if (rows === columns)
		for (let i = start; i < start + rows; i++) if (isSame(i, i)) pairs.push([i, i]);
	for (let i = end; i > 0; i--) pairs.push([source.length - i, target.length - i]);
	return pairs;
}

/** So many lines that are only read alike weigh as much as one that is written alike. */
const AS_WRITTEN = 4;

function heaviest(
	rows: number,
	columns: number,
	weigh: (row: number, column: number) => number,
): LinePair[] {
	const width = columns + 1;
	const totals = new Uint32Array((rows + 1) * width);
	for (let i = rows - 1; i >= 0; i--)
		for (let j = columns - 1; j >= 0; j--) {
			const cell = i * width + j;
			const weight = weigh(i, j);
			const skipped = Math.max(totals[cell + width]!, totals[cell + 1]!);
			totals[cell] = weight > 0 ? Math.max(skipped, weight + totals[cell + width + 1]!) : skipped;
		}
	const pairs: LinePair[] = [];
	for (let i = 0, j = 0; i < rows && j < columns;) {
		const cell = i * width + j;
		const weight = weigh(i, j);
		if (weight > 0 && totals[cell] === weight + totals[cell + width + 1]!) pairs.push([i++, j++]);
		else if (totals[cell] === totals[cell + width]) i++;
		else j++;
	}
	return pairs;
}

function weightOf(source: CodeLine, target: CodeLine): number {
	if (source.codeKey !== target.codeKey) return 0;
	const length = Math.min(source.key.length, 80);
	if (source.key === target.key) return 3 * length + 2;
	// A line of text only, and nothing of it the same, is no evidence.
	return source.codeKey === '' ? 1 : 2 * length;
}
