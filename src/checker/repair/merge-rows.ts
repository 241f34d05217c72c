import { alignLines } from '../code/align-lines.ts';
import type { CodeLine } from '../code/code-line.ts';

/** Indexes of a row of the source and of the row of the target that it stands for. */
export type RowPair = readonly [source: number, target: number];

/** Share of words from which a line that differs is still taken for the same one. */
const ALIKE = 0.5;

/**
 * Rows of code that belong together, in order: those that are equal, and between them those that
 * drifted.
 */
export function pairRows(source: readonly CodeLine[], target: readonly CodeLine[]): RowPair[] {
	const pairs: RowPair[] = [];
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [
		...alignLines(source, target),
		[source.length, target.length] as const,
	]) {
		for (const [a, b] of pairDrifted(source.slice(i, nextI), target.slice(j, nextJ)))
			pairs.push([i + a, j + b]);
		if (nextI < source.length) pairs.push([nextI, nextJ]);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return pairs.filter(([a, b]) => source[a]!.key === target[b]!.key || isKept(b, target, pairs));
}

/**
 * Whether a line before or behind this one stays as well. A line that is like one of the source
 * amid lines that all go away is a chance, and its strings belong to the code that goes.
 */
function isKept(row: number, target: readonly CodeLine[], pairs: readonly RowPair[]): boolean {
	const staying = new Set(pairs.map(([, own]) => own));
	const telling = [...target.keys()].filter((at) => /\w/.test(target[at]!.key));
	const at = telling.indexOf(row);
	return [telling[at - 1], telling[at + 1]].some((own) => own === undefined || staying.has(own));
}

function pairDrifted(source: readonly CodeLine[], target: readonly CodeLine[]): RowPair[] {
	const isSame = (line: CodeLine, index: number): boolean =>
		source.length === 1 || likeness(line, target[index]!) >= ALIKE;
	if (source.length === target.length && source.every(isSame))
		return source.map((_, index) => [index, index]);
	const pairs: RowPair[] = [];
	let next = 0;
	for (const [i, line] of source.entries()) {
		const at = target.findIndex((other, j) => j >= next && likeness(line, other) >= ALIKE);
		if (at < 0) continue;
		pairs.push([i, at]);
		next = at + 1;
	}
	return pairs;
}

/** Dice's coefficient of two lines' atoms. */
function likeness({ atoms: ours }: CodeLine, { atoms: theirs }: CodeLine): number {
	const left = [...theirs];
	for (const atom of ours) {
		const at = left.indexOf(atom);
		if (at >= 0) left.splice(at, 1);
	}
	return (2 * (theirs.length - left.length)) / Math.max(ours.length + theirs.length, 1);
}
