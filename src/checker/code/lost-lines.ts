import { alignLines } from './align-lines.ts';
import { readAtoms } from './code-line.ts';
import type { CodeHunk } from './compare-code.ts';
import { looseLines } from './loose-lines.ts';

/** Words of a line, on average, from which a text is prose that may be wrapped anew. */
const PROSE = 8;

/**
 * Lines of a list, a drawing or a program's output that came, went or changed places. Words may be
 * translated, so that the number of lines between equal ones tells, unless text was wrapped anew.
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
		const rows = { source: ours.slice(i, nextSource), target: theirs.slice(j, nextTarget) };
		hunks.push(
			...lostBetween(
				rows.source.map((row) => source[row]!),
				rows.target.map((row) => target[row]!),
			).map((hunk) => ({
				...hunk,
				sourceLine: ours[i + hunk.sourceLine] ?? source.length,
				targetLine: theirs[j + hunk.targetLine] ?? target.length,
			})),
		);
		[i, j] = [nextSource + 1, nextTarget + 1];
	}
	return hunks;
}

/** The same for lines that belong together and hold something, of which none are equal. */
export function lostBetween(source: readonly string[], target: readonly string[]): CodeHunk[] {
	if (source.length === 0 || target.length === 0)
		return source.length === target.length
			? []
			: [
					{
						kind: 'strings',
						sourceLine: 0,
						sourceLines: source,
						targetLine: 0,
						targetLines: target,
					},
				];
	const isLonger = source.length > target.length;
	const [few, many] = isLonger ? [target, source] : [source, target];
	return looseLines(few, many).map(({ line, at }): CodeHunk => {
		const [sourceLine, targetLine] = isLonger ? [line, at] : [at, line];
		const [sourceLines, targetLines] = isLonger ? [[many[line]!], []] : [[], [many[line]!]];
		return { kind: 'strings', sourceLine, sourceLines, targetLine, targetLines };
	});
}

/** Lines that hold something, comments aside. */
function rowsOf(lines: readonly string[]): number[] {
	return lines.flatMap((line, row) => (/^\s*(?:(?:#|\/\/)(?:\s|$)|$)/.test(line) ? [] : [row]));
}
