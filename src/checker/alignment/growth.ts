import type { Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';

/** How much longer the translation is as a whole, as a factor; short pages tell little about that. */
export function growthOf({ source, target }: Witnesses): number {
	return (target.proseSize() + SURE_SIZE) / (source.proseSize() + SURE_SIZE);
}

const SURE_SIZE = 500;

/** Growth of a page in a language that takes fewer characters for a word. */
const SHORTER = 0.95;

/**
 * How much longer items or rows are. Where the page is shorter than its source they tell more than the
 * page, whose code hides how few characters the language takes.
 */
export function growthOfEntries(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): number {
	const page = growthOf(witnesses);
	const { kind } = source[0] ?? {};
	if ((kind !== 'item' && kind !== 'row') || page > SHORTER || target.length === 0) return page;
	return meanSizeOf(target) / meanSizeOf(source);
}

function meanSizeOf(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { span }) => sum + span.to - span.from, 0) / blocks.length;
}
