import type { Block } from '../document/block.ts';
import { subtreeOf } from './sections.ts';

/** What a copy weighs that stands elsewhere: a little less, lest nothing tells it from the first one. */
const ELSEWHERE = 0.9;

/**
 * Blocks that say what the one before them says, word for word, and those of sections that stand in
 * a page twice. A copy is as like the source as what it was copied from: in a row the first one is no
 * copy, elsewhere the order tells.
 *
 * @returns how much of its likeness to the source counts, for each block of a copy
 */
export function repeatedBlocks(blocks: readonly Block[], text: string): ReadonlyMap<Block, number> {
	const repeated = new Map<Block, number>();
	for (const [index, block] of blocks.entries())
		if (index > 0 && isSameText(blocks[index - 1]!, block, text)) repeated.set(block, 0);
	addRepeatedSections(blocks, text, repeated);
	return repeated;
}

function isSameText(one: Block, other: Block, text: string): boolean {
	if (one.kind !== other.kind || one.kind === 'heading') return false;
	const [a, b] = [one, other].map(innerOf);
	return (
		b!.to > b!.from &&
		a!.to - a!.from === b!.to - b!.from &&
		text.slice(a!.from, a!.to) === text.slice(b!.from, b!.to)
	);
}

/** What a block holds, without its number in a list. */
function innerOf({ kind, span, children }: Block): Pick<Block['span'], 'from' | 'to'> {
	const [first, last] = [children[0], children.at(-1)];
	return kind === 'item' && first && last ? { from: first.span.from, to: last.span.to } : span;
}

function addRepeatedSections(
	blocks: readonly Block[],
	text: string,
	repeated: Map<Block, number>,
): void {
	const ends = new Map<string, number>();
	for (const heading of blocks) {
		if (heading.kind !== 'heading' || repeated.has(heading)) continue;
		const section = subtreeOf(blocks, heading);
		if (section.length === 1) continue;
		const { from } = heading.span;
		const { to } = section.at(-1)!.span;
		const written = text.slice(from, to).trimEnd();
		const end = ends.get(written);
		ends.set(written, to);
		if (end === undefined) continue;
		const isInRow = text.slice(end, from).trim() === '';
		for (const block of section) repeated.set(block, isInRow ? 0 : ELSEWHERE);
	}
}
