import type { Block } from '../document/block.ts';
import { subtreeOf } from './sections.ts';

/**
 * Blocks that say what the one before them says, word for word, and those of sections that stand in
 * a page twice. A copy is as like the source as what it was copied from, so that nothing else tells
 * the two apart.
 */
export function repeatedBlocks(blocks: readonly Block[], text: string): ReadonlySet<Block> {
	const repeated = new Set<Block>();
	for (const [index, block] of blocks.entries())
		if (index > 0 && isSameText(blocks[index - 1]!, block, text)) repeated.add(block);
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

function addRepeatedSections(blocks: readonly Block[], text: string, repeated: Set<Block>): void {
	const known = new Set<string>();
	for (const heading of blocks) {
		if (heading.kind !== 'heading' || repeated.has(heading)) continue;
		const section = subtreeOf(blocks, heading);
		if (section.length === 1) continue;
		const written = text.slice(heading.span.from, section.at(-1)!.span.to).trimEnd();
		if (!known.has(written)) known.add(written);
		else for (const block of section) repeated.add(block);
	}
}
