import type { Block } from '../document/block.ts';
import type { Evidence, Witness } from './evidence.ts';
import { countHeadings, subtreeOf } from './sections.ts';

/** A section, with those within it, that may stand at another place on the other side. */
export interface SectionCandidate {
	readonly heading: Block;
	/** Heading included. */
	readonly blocks: readonly Block[];
	/** How many of the blocks are headings. */
	readonly headings: number;
	readonly evidence: Evidence;
	/** The words of its heading that a translation may keep. */
	readonly title: ReadonlySet<string>;
}

/** Two sections that seem to be one. */
export interface CandidatePair {
	readonly from: SectionCandidate;
	readonly to: SectionCandidate;
}

/** All sections of a page, in its order. */
export function sectionCandidates(blocks: readonly Block[], witness: Witness): SectionCandidate[] {
	return blocks
		.filter(({ kind }) => kind === 'heading')
		.map((heading) => {
			const own = subtreeOf(blocks, heading);
			return {
				heading,
				blocks: own,
				headings: countHeadings(own),
				evidence: witness.together(own),
				title: witness.of(heading).words,
			};
		});
}

/** Where each section comes among all of them. */
export function placesOf(
	sections: readonly SectionCandidate[],
): ReadonlyMap<SectionCandidate, number> {
	return new Map(sections.map((section, index) => [section, index]));
}
