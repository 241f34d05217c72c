import type { CodeHunk, Comparison } from './compare-code.ts';
import { compareNumbers } from './compare-text.ts';
import { lostBetween } from './lost-lines.ts';

/**
 * Compares paragraphs of Markdown one by one: how many lines they have, unless wrapped anew, and
 * their numbers.
 */
export function compareParagraphs(
	{ sourceLines, targetLines }: Comparison,
	source: readonly Rows[],
	target: readonly Rows[],
): CodeHunk[] {
	return source.flatMap((from, i) => {
		const to = target[i];
		if (!to) return [];
		const [ours, theirs] = [sourceLines.slice(...from), targetLines.slice(...to)];
		const lost = lostBetween(ours, theirs);
		const hunks = lost.length > 0 ? lost : compareNumbers(ours, theirs);
		return hunks.map((hunk) => ({
			...hunk,
			sourceLine: hunk.sourceLine + from[0],
			targetLine: hunk.targetLine + to[0],
		}));
	});
}

/** From a line up to another, which is not part of it; zero-based. */
export type Rows = readonly [from: number, to: number];
