import type { Block } from '../document/block.ts';
import { subtreeOf } from './sections.ts';

/**
 * Blocks of sections that stand in a page twice, word for word, but for the first of each. A copy is
 * as like the source as what it was copied from, so that nothing else tells the two apart.
 */
export function repeatedSections(blocks: readonly Block[], text: string): ReadonlySet<Block> {
	const known = new Set<string>();
	const repeated = new Set<Block>();
	for (const heading of blocks) {
		if (heading.kind !== 'heading' || repeated.has(heading)) continue;
		const section = subtreeOf(blocks, heading);
		if (section.length === 1) continue;
		const written = text.slice(heading.span.from, section.at(-1)!.span.to).trimEnd();
		if (!known.has(written)) known.add(written);
		else for (const block of section) repeated.add(block);
	}
	return repeated;
}
