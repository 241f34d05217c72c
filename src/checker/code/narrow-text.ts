import type { CodeHunk } from './compare-code.ts';
import type { ReadBlock } from './find-hunks.ts';

/**
 * Hunks of text that begin with a line that is written alike in both: it was read otherwise for the
 * sake of what follows, such as the header of a table that a line was put into. They are to name
 * that line.
 */
export function narrowText(
	hunks: readonly CodeHunk[],
	source: ReadBlock,
	target: ReadBlock,
): CodeHunk[] {
	return hunks.map((hunk) => {
		const { sourceLine, sourceLines, targetLine, targetLines } = hunk;
		const [first, other] = [sourceLines[0], targetLines[0]];
		if (first === undefined || first.trim() !== other?.trim()) return hunk;
		const ours = withRest(source, sourceLine, sourceLines.length);
		const theirs = withRest(target, targetLine, targetLines.length);
		const shorter = Math.min(ours.length, theirs.length);
		const isEqual = (i: number, j: number): boolean => ours[i]!.trim() === theirs[j]!.trim();
		let start = 0;
		while (start < shorter && isEqual(start, start)) start++;
		let end = 0;
		while (end < shorter - start && isEqual(ours.length - 1 - end, theirs.length - 1 - end)) end++;
		if (start + end === ours.length && start + end === theirs.length) return hunk;
		return {
			...hunk,
			sourceLine: sourceLine + start,
			sourceLines: ours.slice(start, ours.length - end),
			targetLine: targetLine + start,
			targetLines: theirs.slice(start, theirs.length - end),
		};
	});
}

/** Lines with those that go on with the last of them: of a paragraph only the first was read. */
function withRest({ lines, read }: ReadBlock, from: number, count: number): readonly string[] {
	let to = from + count;
	while (to < lines.length && lines[to]!.trim() !== '' && read[to]!.atoms.length === 0) to++;
	return lines.slice(from, to);
}
