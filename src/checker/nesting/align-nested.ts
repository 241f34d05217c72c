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
		if (countLone(alignment) + mended.misnested.length <= countLone(asWritten))
			return { alignment, misnested: mended.misnested };
	}
	return { alignment: asWritten, misnested: [] };
}

function countLone({ missing, extra, moved, splitOff, splitCode }: Alignment): number {
	return missing.length + extra.length + moved.length + splitOff.length + splitCode.length;
}
