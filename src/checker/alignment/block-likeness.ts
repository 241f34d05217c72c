import type { Block } from '../document/block.ts';
import { createBorrowedWeights } from './borrowed-words.ts';
import { createEntryWeights } from './entry-names.ts';
import type { Evidence, Witness, Witnesses } from './evidence.ts';
import { growthOfEntries } from './growth.ts';
import { repeatedBlocks } from './repeated-blocks.ts';
import { sectionsOf } from './sections.ts';
import { similarity } from './similarity.ts';

/** How well blocks of one level can stand for those of the source, by their positions: 0 to 1. */
export function createBlockLikeness(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): (i: number, j: number) => number {
	const [ours, theirs] = [
		evidenceOf(source, witnesses.source),
		evidenceOf(target, witnesses.target),
	];
	const growth = growthOfEntries(source, target, witnesses);
	const weighNames = createEntryWeights(source, target);
	const weighBorrowed = createBorrowedWeights(source, target, witnesses);
	const copies = copiedBlocks(source, target, witnesses);
	return (i, j) => {
		const copy = copies?.get(target[j]!) ?? 1;
		if (copy === 0) return 0;
		const like = similarity(source[i]!, target[j]!, ours[i]!, theirs[j]!, growth);
		return copy * weighBorrowed(i, j, weighNames(i, j, like));
	};
}

/** The evidence of each block; a heading speaks for its whole section. */
function evidenceOf(blocks: readonly Block[], witness: Witness): Evidence[] {
	return sectionsOf(blocks).flatMap((section) =>
		section.blocks.map((block) =>
			block.kind === 'heading' ? witness.together(section.blocks) : witness.of(block),
		),
	);
}

/** Blocks that the translation has twice, where the source has none twice. */
function copiedBlocks(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): ReadonlyMap<Block, number> | undefined {
	if (target.length <= source.length) return undefined;
	const copies = repeatedBlocks(target, witnesses.target.text);
	const isSure = copies.size > 0 && repeatedBlocks(source, witnesses.source.text).size === 0;
	return isSure ? copies : undefined;
}
