/** What alignment looks at: the nesting, and whatever hints at the same content. */
export interface Alignable {
	readonly depth: number;
	/** Things a translation keeps: code, link targets, images. Equal sets speak for the same section. */
	readonly marks: readonly string[];
}

/**
 * Matches the headings of a translation with those of its source. Where both have the same levels
 * in the same order, the position decides; otherwise the best global alignment does, so that one
 * dropped section does not shift all that follow it (Needleman and Wunsch, 1970,
 * https://doi.org/10.1016/0022-2836(70)90057-4).
 *
 * @returns for each target heading the index of its source heading, or -1 where it has none
 */
export function align(source: readonly Alignable[], target: readonly Alignable[]): number[] {
	const sameLevels =
		source.length === target.length && source.every(({ depth }, i) => depth === target[i]!.depth);
	if (sameLevels) return target.map((_, index) => index);

	const width = target.length + 1;
	const scores = new Float64Array((source.length + 1) * width);
	for (let i = 1; i <= source.length; i++)
		for (let j = 1; j <= target.length; j++)
			scores[i * width + j] = Math.max(
				scores[(i - 1) * width + j]!,
				scores[i * width + j - 1]!,
				scores[(i - 1) * width + j - 1]! + similarity(source[i - 1]!, target[j - 1]!),
			);

	const matches = target.map(() => -1);
	for (let i = source.length, j = target.length; i > 0 && j > 0;) {
		const gain = similarity(source[i - 1]!, target[j - 1]!);
		const score = scores[i * width + j]!;
		if (scores[(i - 1) * width + j] === score) i--;
		else if (scores[i * width + j - 1] === score) j--;
		else if (scores[(i - 1) * width + j - 1]! + gain === score) matches[--j] = --i;
		else break;
	}
	return matches;
}

/** 0 where the levels differ, so that nothing is gained by matching; up to 2 for equal marks. */
function similarity(a: Alignable, b: Alignable): number {
	if (a.depth !== b.depth) return 0;
	if (a.marks.length === 0 && b.marks.length === 0) return 1.25;
	const inBoth = a.marks.filter((mark) => b.marks.includes(mark)).length;
	return 1 + inBoth / Math.max(a.marks.length, b.marks.length);
}
