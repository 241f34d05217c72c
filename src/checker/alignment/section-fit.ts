import type { Block } from '../document/block.ts';
import { dice } from './likeness.ts';
import { kinship } from './similarity.ts';

/** What a paragraph costs at most, and one that has no partner. */
const WORST = 8;
/** Variance of the length of a translation for each character of its source. */
export const VARIANCE = 10;

/** How well the blocks of two sections agree in kind and length: 0 or less. */
export function fitOf(ours: readonly Block[], theirs: readonly Block[], growth: number): number {
	if (ours.length !== theirs.length) return -WORST * Math.max(ours.length, theirs.length);
	return ours.reduce((sum, block, i) => {
		const other = theirs[i]!;
		if (kinship(block, other) < 1 || block.children.length !== other.children.length)
			return sum - WORST;
		const expected = sizeOf(block) * growth;
		const length = (sizeOf(other) - expected) ** 2 / (2 * VARIANCE * expected);
		return sum - Math.min(WORST, length);
	}, 0);
}

/** What it costs that two sections name other things: 0 for none. */
export function strangeness(ours: readonly Block[], theirs: readonly Block[]): number {
	return ours.reduce((sum, block, i) => {
		const other = theirs[i];
		return other ? sum + WORST * (1 - sharedNames(block, other)) : sum;
	}, 0);
}

/** How much of the code and the links within two blocks is the same: 0 to 1, 1 for none. */
function sharedNames(source: Block, target: Block): number {
	const [ours, theirs] = [namesIn(source), namesIn(target)];
	// Mostly they are the same, and in the same order.
	if (ours.length === theirs.length && ours.every((name, i) => name === theirs[i])) return 1;
	return dice(new Set(ours), new Set(theirs)) ?? 1;
}

function namesIn({ inlines, children }: Block): string[] {
	const own = inlines.flatMap(({ kind, value }) =>
		kind === 'code' || kind === 'link' ? [value] : [],
	);
	return children.length === 0 ? own : [...own, ...children.flatMap(namesIn)];
}

function sizeOf({ span }: Block): number {
	return span.to - span.from;
}
