import type { Block } from '../document/block.ts';

/**
 * Whether a block of code stands, as it is, where the other side has another one: examples of one
 * section may share most of their lines.
 */
export function haveCodesMoved(source: readonly Block[], target: readonly Block[]): boolean {
	if (source.length !== target.length) return false;
	const others = source.flatMap(({ code }, index) => {
		const other = target[index]!.code;
		return code && other && code.code !== other.code
			? [{ ours: code.code, theirs: other.code }]
			: [];
	});
	if (others.length < 2) return false;
	const theirs = new Set(others.map((each) => each.theirs));
	return others.some(({ ours }) => theirs.has(ours));
}
