import type { Block } from '../document/block.ts';
import { sectionsOf, subtreeOf } from './sections.ts';

/**
 * Finds whole sections among blocks that are missing, or extra, so that each is told once.
 *
 * @param blocks top-level blocks of the page that has them
 * @param lone those of them that the other page lacks
 */
export function groupSections<Lone extends object>(
	blocks: readonly Block[],
	lone: ReadonlyMap<Block, Lone>,
): {
	readonly sections: (Lone & { readonly subsections: number })[];
	readonly covered: ReadonlySet<Block>;
} {
	const covered = new Set<Block>();
	const sections: (Lone & { readonly subsections: number })[] = [];
	for (const { heading, blocks: own } of sectionsOf(blocks)) {
		const record = heading && lone.get(heading);
		if (!record || covered.has(heading)) continue;
		const subtree = subtreeOf(blocks, heading);
		const whole = [subtree, own].find((part) => part.every((block) => lone.has(block)));
		// A heading whose text is still there is no missing section.
		if (!whole || (whole === own && own.length === 1 && subtree.length > 1)) continue;
		for (const block of whole) covered.add(block);
		const subsections = whole.filter(({ kind }) => kind === 'heading').length - 1;
		sections.push({ ...record, subsections });
	}
	return { sections, covered };
}
