import type { Block } from '../document/block.ts';

/**
 * Whether a block of code stands, as it is, where the other side has another one: examples of one
 * section may share most of their lines.
 */
export function haveCodesMoved(source: readonly Block[], target: readonly Block[]): boolean {
	if (source.length !== target.length) return false;
	const others: { readonly ours: string; readonly theirs: string }[] = [];
	for (let index = 0; index < source.length; index++) {
		const [ours, theirs] = [source[index]!.code?.code, target[index]!.code?.code];
		if (ours !== undefined && theirs !== undefined && ours !== theirs)
			others.push({ ours, theirs });
	}
	if (others.length < 2) return false;
	// To look long texts up takes as long as to read them.
	const lengths = new Set(others.map(({ theirs }) => theirs.length));
	const ours = others.filter((each) => lengths.has(each.ours.length)).map((each) => each.ours);
	if (ours.length === 0) return false;
	const theirs = new Set(others.map((each) => each.theirs));
	return ours.some((code) => theirs.has(code));
}
