import { alignLines } from './align-lines.ts';
import type { CodeHunk } from './compare-code.ts';
import { sameCode, sameStrings } from './code-stream.ts';
import type { CodeLine } from './code-line.ts';
import { narrowText } from './narrow-text.ts';

/** A block: its lines as written and as read. */
export interface ReadBlock {
	readonly lines: readonly string[];
	readonly read: readonly CodeLine[];
}

/**
 * The runs of lines in which two blocks differ, comments and white space aside.
 *
 * @param kind of text only the structure is read, so that lines may differ in more than was read
 */
export function findHunks(
	source: ReadBlock,
	target: ReadBlock,
	kind: 'code' | 'text' = 'code',
): CodeHunk[] {
	const [sourceRows, targetRows] = [rowsOf(source), rowsOf(target)];
	const [sourceRead, targetRead] = [
		sourceRows.map((row) => source.read[row]!),
		targetRows.map((row) => target.read[row]!),
	];
	const hunks: CodeHunk[] = [];
	const written = kind === 'text' && {
		source: sourceRows.map((row) => source.lines[row]!.trim()),
		target: targetRows.map((row) => target.lines[row]!.trim()),
	};
	const pairs = alignLines(sourceRead, targetRead, written || undefined);
	let [i, j] = [0, 0];
	for (const [nextI, nextJ] of [...pairs, [sourceRows.length, targetRows.length] as const]) {
		const gap = { source: [i, nextI] as Range, target: [j, nextJ] as Range };
		const isPlain = nextI === i || nextJ === j;
		pushGap(isPlain ? gap : narrow(gap, sourceRead, targetRead));
		if (nextI < sourceRows.length && sourceRead[nextI]!.key !== targetRead[nextJ]!.key)
			pushHunk('strings', [nextI, nextI + 1], [nextJ, nextJ + 1]);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	return kind === 'text' ? narrowText(joinHunks(hunks), source, target) : joinHunks(hunks);

	function pushGap(gap: Gap): void {
		const [from, to] = [sourceRead.slice(...gap.source), targetRead.slice(...gap.target)];
		if (from.length === 0 && to.length === 0) return;
		if (!sameCode(from, to)) pushHunk('code', gap.source, gap.target);
		else if (!sameStrings(from, to)) pushHunk('strings', gap.source, gap.target);
	}

	function pushHunk(verdict: CodeHunk['kind'], from: Range, to: Range): void {
		const sourceRuns = runsOf(sourceRows.slice(...from), source);
		const targetRuns = runsOf(targetRows.slice(...to), target);
		const matches = sourceRuns.length === targetRuns.length;
		const count =
			matches || sourceRuns.length === 0 || targetRuns.length === 0
				? Math.max(sourceRuns.length, targetRuns.length)
				: 1;
		for (let k = 0; k < count; k++) {
			const sourceRun = count === 1 ? span(sourceRuns) : sourceRuns[k];
			const targetRun = count === 1 ? span(targetRuns) : targetRuns[k];
			hunks.push({
				kind: verdict,
				sourceLine:
					sourceRun?.[0] ?? placeFor(targetRun![0], target, source, sourceRows[from[0] - 1]),
				sourceLines: sourceRun ? source.lines.slice(...sourceRun) : [],
				targetLine:
					targetRun?.[0] ?? placeFor(sourceRun![0], source, target, targetRows[to[0] - 1]),
				targetLines: targetRun ? target.lines.slice(...targetRun) : [],
			});
		}
	}
}

/** From an index up to another, which is not part of it. */
type Range = readonly [from: number, to: number];

interface Gap {
	readonly source: Range;
	readonly target: Range;
}

/** Lines that hold more than a comment. */
export function rowsOf({ read }: ReadBlock): number[] {
	return [...read.keys()].filter((row) => read[row]!.atoms.length > 0);
}

/** Leaves out lines at both ends of a gap whose atoms are the same, wrapped otherwise. */
function narrow(gap: Gap, source: readonly CodeLine[], target: readonly CodeLine[]): Gap {
	let [from, to] = [gap.source, gap.target];
	for (const side of [1, -1] as const) {
		const [a, b] = [source.slice(...from), target.slice(...to)].map((lines) =>
			side === 1 ? lines : lines.toReversed(),
		) as [CodeLine[], CodeLine[]];
		let common = commonStart(atomsOf(a, side), atomsOf(b, side));
		// A cut must not run through a line on one side and between two on the other.
		const [cutA, cutB] = [linesWithin(a, common), linesWithin(b, common)];
		common = Math.min(cutA.atoms, cutB.atoms);
		const [dropA, dropB] = [linesWithin(a, common), linesWithin(b, common)];
		if (dropA.atoms !== dropB.atoms) continue;
		from = side === 1 ? [from[0] + dropA.lines, from[1]] : [from[0], from[1] - dropA.lines];
		to = side === 1 ? [to[0] + dropB.lines, to[1]] : [to[0], to[1] - dropB.lines];
	}
	return { source: from, target: to };
}

function atomsOf(lines: readonly CodeLine[], side: 1 | -1): string[] {
	return lines.flatMap(({ atoms }) => (side === 1 ? atoms : atoms.toReversed()));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
	let length = 0;
	while (length < a.length && length < b.length && a[length] === b[length]) length++;
	return length;
}

/** How many whole lines the first atoms fill, and how many atoms those lines have. */
function linesWithin(lines: readonly CodeLine[], limit: number): { lines: number; atoms: number } {
	let [count, atoms] = [0, 0];
	while (count < lines.length && atoms + lines[count]!.atoms.length <= limit)
		atoms += lines[count++]!.atoms.length;
	return { lines: count, atoms };
}

/** Rows that follow each other, comments between them aside, as ranges of lines. */
function runsOf(rows: readonly number[], { read }: ReadBlock): Range[] {
	const runs: [number, number][] = [];
	for (const row of rows) {
		const last = runs.at(-1);
		const between = last ? read.slice(last[1], row) : [];
		if (last && between.every(({ comments }) => comments.length === 0)) last[1] = row + 1;
		else runs.push([row, row + 1]);
	}
	return runs;
}

function span(runs: readonly Range[]): Range | undefined {
	const [first, last] = [runs[0], runs.at(-1)];
	return first && last ? [first[0], last[1]] : undefined;
}

/**
 * Where lines that one block has belong in the other: after the line before, and after as many
 * comments and blank lines as stand between the two.
 */
function placeFor(
	line: number,
	having: ReadBlock,
	lacking: ReadBlock,
	rowBefore: number | undefined,
): number {
	const isEmpty = ({ read }: ReadBlock, row: number): boolean => read[row]?.atoms.length === 0;
	let between = 0;
	while (isEmpty(having, line - between - 1)) between++;
	const first = (rowBefore ?? -1) + 1;
	let place = first;
	while (place - first < between && isEmpty(lacking, place)) place++;
	return place;
}

/** Joins hunks of a kind that touch on both sides. */
function joinHunks(hunks: readonly CodeHunk[]): CodeHunk[] {
	const joined: CodeHunk[] = [];
	for (const hunk of hunks) {
		const last = joined.at(-1);
		const touches =
			last?.kind === hunk.kind &&
			last.sourceLine + last.sourceLines.length === hunk.sourceLine &&
			last.targetLine + last.targetLines.length === hunk.targetLine;
		if (!touches) {
			joined.push(hunk);
			continue;
		}
		joined[joined.length - 1] = {
			...last,
			sourceLines: [...last.sourceLines, ...hunk.sourceLines],
			targetLines: [...last.targetLines, ...hunk.targetLines],
		};
	}
	return joined;
}
