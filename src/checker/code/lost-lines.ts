import { alignLines } from './align-lines.ts';
import { readAtoms } from './code-line.ts';
import type { CodeHunk } from './compare-code.ts';

/** Words of a line, on average, from which a text is prose that may be wrapped anew. */
const PROSE = 8;

/**
 * Lines of a list, a drawing or a program's output that came, went or changed places. Words may be
 * translated, so that only the number of lines between equal ones tells.
 */
export function findLostLines(source: readonly string[], target: readonly string[]): CodeHunk[] {
	const [ours, theirs] = [rowsOf(source), rowsOf(target)];
	const words = ours.reduce((sum, row) => sum + source[row]!.trim().split(/\s+/).length, 0);
	if (ours.length === 0 || words / ours.length > PROSE) return [];
	const pairs = alignLines(
		ours.map((row) => readAtoms([source[row]!.trim()])),
		theirs.map((row) => readAtoms([target[row]!.trim()])),
	);
	const hunks: CodeHunk[] = [];
	let [i, j] = [0, 0];
	for (const [nextSource, nextTarget] of [...pairs, [ours.length, theirs.length] as const]) {
		// Where both have some, words were wrapped anew.
		if ((nextSource === i) !== (nextTarget === j))
			hunks.push({
				kind: 'strings',
				sourceLine: ours[i] ?? source.length,
				sourceLines: ours.slice(i, nextSource).map((row) => source[row]!),
				targetLine: theirs[j] ?? target.length,
				targetLines: theirs.slice(j, nextTarget).map((row) => target[row]!),
			});
		[i, j] = [nextSource + 1, nextTarget + 1];
	}
	return hunks;
}

/** Lines that hold something, comments aside. */
function rowsOf(lines: readonly string[]): number[] {
	return lines.flatMap((line, row) => (/^\s*(?:(?:#|\/\/)(?:\s|$)|$)/.test(line) ? [] : [row]));
}
