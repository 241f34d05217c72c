import type { Alignment } from '../alignment/alignment.ts';
import type { GrammarFinder } from '../code/grammars.ts';
import type { Document } from '../document/document.ts';
import type { Finding, Replacement } from '../finding.ts';
import type { PageText } from './page-text.ts';

/** A page and its translation, on the way to a repair. */
export interface RepairPair {
	readonly source: Document;
	readonly target: Document;
	readonly alignment: Alignment;
	/** The files as they were decoded: what a document holds may have been rewritten for the parser. */
	readonly sourceText: PageText;
	readonly targetText: PageText;
	/** Locale names in lower case that paths, file names and hosts may carry. */
	readonly tags: { readonly source: readonly string[]; readonly target: readonly string[] };
	readonly grammars: GrammarFinder;
	/** Whether string literals take the words of the source. */
	readonly takesStrings: boolean;
}

/** Ways to mend a finding, the best first; each is a set of replacements in the target's file. */
export type Repair = (finding: Finding, pair: RepairPair) => Iterable<readonly Replacement[]>;
