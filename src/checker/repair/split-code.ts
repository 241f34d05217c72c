import type { Repair } from './repair.ts';

/** Fences that cut a block in two, and what stands between them, go. */
export const joinSplitCode: Repair = function* ({ range }, { targetText }) {
	if (!range) return;
	const { start, end } = range;
	yield [targetText.replaceLines(start.line, end.line - start.line + 1, [])];
};
