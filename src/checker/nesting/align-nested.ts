import { alignDocuments } from '../alignment/align-documents.ts';
import type { Alignment } from '../alignment/alignment.ts';
import type { Document } from '../document/document.ts';
import { mendNesting } from './mend-nesting.ts';
import type { Misnested } from './misnested.ts';

export interface NestedAlignment {
	readonly alignment: Alignment;
	/** What stands at another level than in the source; the alignment has it at that of the source. */
	readonly misnested: readonly Misnested[];
}

/**
 * Matches the blocks of two pages as if those of the translation were indented as in the source,
 * where that leaves no more to be told than before.
 *
 * @param tags names of both locales as they occur in link targets, in lower case
 */
export function alignNested(
	source: Document,
	target: Document,
	tags: readonly string[],
): NestedAlignment {
	const asWritten = alignDocuments(source, target, tags);
	const mended = mendNesting(source.blocks, target.blocks, asWritten);
	if (mended) {
		const page = { blocks: mended.blocks, text: target.text };
		const alignment = alignDocuments(source, page, tags);
		const nested = { alignment, misnested: mended.misnested };
		if (countLone(nested) <= countLone({ alignment: asWritten, misnested: [] })) return nested;
	}
	return { alignment: asWritten, misnested: [] };
}

/** How much there is to be told of what one page has and the other lacks, or has elsewhere. */
export function countLone({ alignment, misnested }: NestedAlignment): number {
	const { missing, extra, moved, splitCode } = alignment;
	const lone = missing.length + extra.length + moved.length + splitCode.length;
	return lone + misnested.length;
}
