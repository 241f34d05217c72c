import type { ParsedPage } from './parsed-page.ts';

/** Replaces the text from one offset up to another. */
export interface Edit {
	readonly from: number;
	readonly to: number;
	readonly insert: string;
}

/** From one offset up to, not including, another. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** One way to do a thing to one page. */
export interface Change {
	/** In the order of the text; none overlaps another. */
	readonly edits: readonly Edit[];
	/** Entries that must vanish, no more and no less; only for the effect `removed`. */
	readonly removes?: readonly string[];
	/**
	 * Where a finding may stand besides the edited lines: offsets before the edit. For a copy, that is
	 * what was copied, for nothing tells the two apart.
	 */
	readonly around?: Span;
}

/** What a change must do to the entries of the page, or else it is discarded. */
export type Effect =
	/** Those named go, nothing comes. */
	| 'removed'
	/** At least one comes, none goes. */
	| 'added'
	/** One becomes another of its type. */
	| 'altered'
	/** The same ones in another order. */
	| 'moved'
	/** Other words; at most links and inline code differ. */
	| 'words'
	/** The same ones. */
	| 'same'
	/** Something. */
	| 'any';

/** Two pages that say the same in two languages. */
export interface Pair {
	/** What `{page}` matched. */
	readonly page: string;
	readonly sourcePath: string;
	readonly targetPath: string;
	readonly source: ParsedPage;
	readonly target: ParsedPage;
	readonly sourceLang: string;
	readonly targetLang: string;
	/** How paths may name the target's locale, in lower case. */
	readonly targetNames: readonly string[];
}

/** A kind of fault, or a change that is none. */
export interface ChangeKind {
	/** Kebab-case, unique; begins with what is changed. */
	readonly id: string;
	/** MDX syntax has kinds of its own. */
	readonly on?: 'mdx';
	readonly effect: Effect;
	/** All places that a page offers, in any order. */
	readonly changes: (pair: Pair) => readonly Change[];
}

/** A kind that harms the reader: the checker must speak. */
export interface Fault extends ChangeKind {
	/** Beginnings of the ids of rules that may speak of it. */
	readonly subjects: readonly string[];
	/** Where a translator may well have meant it. */
	readonly severity?: 'warning';
}

/** A kind that any translator may do: the checker must be silent. */
export type Control = ChangeKind;
