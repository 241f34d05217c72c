import type { Block, BlockKind } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Point } from '../place.ts';

/** What of a page is matched. */
export type Matchable = Pick<Document, 'blocks' | 'text'>;

/** How the blocks of a translation stand to those of its source, at every level of nesting. */
export interface Alignment {
	/**
	 * Blocks that belong together, in the order of the translation. Paragraphs that the other side has as
	 * one are one block.
	 */
	readonly matches: readonly Match[];
	/** Those of the matches that stand at different places. */
	readonly moved: readonly Match[];
	/** Those of the matches that are code on both sides. */
	readonly code: readonly Match[];
	/** The matches by the kind of their source, since most rules are about one. */
	readonly byKind: ReadonlyMap<BlockKind, readonly Match[]>;
	/** Those of the matches whose texts hold other things, or in another order. */
	readonly differing: readonly Match[];
	/** Blocks of the source that the translation lacks. Those below them are not listed. */
	readonly missing: readonly Missing[];
	/** Blocks that only the translation has. Those below them are not listed. */
	readonly extra: readonly Extra[];
	/** Code that the source has in one block; but for the first one, its parts are in none of the lists above. */
	readonly splitCode: readonly SplitCode[];
	/** Copies of the source that were left beside their translation; in none of the lists above. */
	readonly leftovers: readonly Leftover[];
	/** Whole sections, headings included; their blocks are in none of the lists above. */
	readonly missingSections: readonly Missing[];
	readonly extraSections: readonly Extra[];
	/** Sections that stand elsewhere: their headings. Their blocks are among the matches. */
	readonly movedSections: readonly Match[];
}

/** Those of one kind in the source; the translation may have another one in its place. */
export function matchesOf({ byKind }: Alignment, kind: BlockKind): readonly Match[] {
	return byKind.get(kind) ?? [];
}

export interface Match {
	readonly source: Block;
	readonly target: Block;
	/** Index of the source section that both stand in; 0 for what precedes the first heading. */
	readonly section: number;
	/** The pair stands at different places of the two pages. */
	readonly isMoved: boolean;
}

/** Code of several blocks in the translation that stands in one of the source. */
export interface SplitCode {
	/** Of the first part; nothing tells of the others. */
	readonly match: Match;
	readonly parts: readonly Block[];
}

export interface Leftover {
	/** What was translated. */
	readonly source: Block;
	/** Its copy. */
	readonly target: Block;
}

export interface Missing {
	readonly source: Block;
	/** Where it should be in the translation. */
	readonly at: Point;
	readonly section: number;
	/** For a section: how many further headings it holds. */
	readonly subsections: number;
}

export interface Extra {
	readonly target: Block;
	/** Where it would be in the source. */
	readonly at: Point;
	readonly section: number;
	readonly subsections: number;
	/** What it is in the source, in another shape. */
	readonly recastFrom?: Block;
}
