import type { Alignment, Match } from './alignment/alignment.ts';
import type { CodeComment } from './code/comments-of.ts';
import type { CodeComparison } from './code/compare-code.ts';
import type { Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import type { HeadingWords } from './language/untranslated.ts';
import type { Misnested } from './nesting/misnested.ts';
import type { Policy } from './policy.ts';
import type { Suspects } from './suspects.ts';

/** A page and its translation, matched: what the parity rules look at. */
export interface Pair {
	readonly source: Document;
	readonly target: Document;
	readonly alignment: Alignment;
	/** What the translation has at other levels than the source; the alignment does not know of it. */
	readonly misnested: readonly Misnested[];
	/** Lines of `target`, from zero, of items that lack the space behind their marker in the file. */
	readonly unspacedItems: readonly number[];
	/** Locale names in lower case that paths, file names and hosts may carry. */
	readonly tags: readonly string[];
	/** Those of the target alone. */
	readonly ownTags: readonly string[];
	/** Whether the target's language is written from right to left. */
	readonly isRightToLeft: boolean;
	readonly policy: Policy;
	/** How the code of matched blocks differs, in order; absent where it is the same. */
	readonly comparisons: ReadonlyMap<Match, CodeComparison>;
	/** Comments of a target's code block that may hold prose of the source. */
	commentsOf(block: Block): readonly CodeComment[];
	readonly suspects: Suspects;
	/**
	 * What of a text of the target, one of the suspects, is in the language of the source: all of it,
	 * or a sentence.
	 *
	 * @param headingWords what is known of its words, if it is a heading as in the source
	 */
	findUntranslated(
		target: string,
		counterpart: string | undefined,
		headingWords?: HeadingWords,
	): string | undefined;
	/** A part of a sentence that is as in the source, while the rest is translated. */
	findLeftOver(target: string, counterpart: string): string | undefined;
}
