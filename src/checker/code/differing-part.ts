/** Two blocks without most of the lines that both begin and end with. */
export interface DifferingPart {
	readonly sourceLines: readonly string[];
	readonly targetLines: readonly string[];
	/** How many lines both lack at their beginning. */
	readonly start: number;
}

/** Longer code, in characters, is no sample that somebody reads; grammars take a third of a second for it. */
const LONGEST_CODE = 100_000;
/** Characters of equal lines that stay around a difference: what opens farther away has ended. */
const CONTEXT = 20_000;

/** Whether reading lines by a grammar would take too long. */
export function isLong(lines: readonly string[]): boolean {
	return lengthOf(lines) > LONGEST_CODE;
}

/** The part of two long blocks in which they differ; short ones as they are. */
export function differingPart(source: readonly string[], target: readonly string[]): DifferingPart {
	if (!isLong(source) && !isLong(target))
		return { sourceLines: source, targetLines: target, start: 0 };
	const shorter = Math.min(source.length, target.length);
	let start = 0;
	while (start < shorter && source[start] === target[start]) start++;
	let end = 0;
	while (end < shorter - start && source.at(-1 - end) === target.at(-1 - end)) end++;
	for (let size = 0; start > 0 && size < CONTEXT; start--) size += source[start - 1]!.length + 1;
	for (let size = 0; end > 0 && size < CONTEXT; end--) size += source.at(-end)!.length + 1;
	return {
		sourceLines: source.slice(start, source.length - end),
		targetLines: target.slice(start, target.length - end),
		start,
	};
}

function lengthOf(lines: readonly string[]): number {
	return lines.reduce((length, line) => length + line.length, 0);
}
