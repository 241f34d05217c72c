import type { CodeLine } from './code-line.ts';

/** Indexes of a source and a target line that belong together. */
export type LinePair = readonly [source: number, target: number];

/**
 * More cells than this would take too long: lines are then paired by their place, or, where one side
 * has more, not at all.
 */
const MOST_CELLS = 1_000_000;

/**
 * The lines of two blocks that are the same, or the same but for their strings: the heaviest common
 * subsequence, where long lines weigh more than a brace and equal strings more than differing ones.
 */
export function alignLines(source: readonly CodeLine[], target: readonly CodeLine[]): LinePair[] {
	const pairs: LinePair[] = [];
	let start = 0;
	const shorter = Math.min(source.length, target.length);
	while (start < shorter && source[start]!.key === target[start]!.key) {
		pairs.push([start, start]);
		start++;
	}
	let end = 0;
	while (end < shorter - start && source.at(-1 - end)!.key === target.at(-1 - end)!.key) end++;
	const rows = source.length - end - start;
	const columns = target.length - end - start;
	if (rows * columns <= MOST_CELLS)
		for (const [i, j] of heaviest(
			source.slice(start, start + rows),
			target.slice(start, start + columns),
		))
			pairs.push([start + i, start + j]);
	else if (rows === columns)
		for (let i = start; i < start + rows; i++)
			if (source[i]!.key === target[i]!.key) pairs.push([i, i]);
	for (let i = end; i > 0; i--) pairs.push([source.length - i, target.length - i]);
	return pairs;
}

function heaviest(source: readonly CodeLine[], target: readonly CodeLine[]): LinePair[] {
	const width = target.length + 1;
	const totals = new Uint32Array((source.length + 1) * width);
	for (let i = source.length - 1; i >= 0; i--)
		for (let j = target.length - 1; j >= 0; j--) {
			const cell = i * width + j;
			const weight = weigh(source[i]!, target[j]!);
			const skipped = Math.max(totals[cell + width]!, totals[cell + 1]!);
			totals[cell] = weight > 0 ? Math.max(skipped, weight + totals[cell + width + 1]!) : skipped;
		}
	const pairs: LinePair[] = [];
	for (let i = 0, j = 0; i < source.length && j < target.length;) {
		const cell = i * width + j;
		const weight = weigh(source[i]!, target[j]!);
		if (weight > 0 && totals[cell] === weight + totals[cell + width + 1]!) pairs.push([i++, j++]);
		else if (totals[cell] === totals[cell + width]) i++;
		else j++;
	}
	return pairs;
}

function weigh(source: CodeLine, target: CodeLine): number {
	if (source.codeKey !== target.codeKey) return 0;
	const length = Math.min(source.key.length, 80);
	if (source.key === target.key) return 3 * length + 2;
	// A line of text only, and nothing of it the same, is no evidence.
	return source.codeKey === '' ? 1 : 2 * length;
}
