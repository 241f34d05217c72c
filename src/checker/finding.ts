import type { Range } from './place.ts';

export type Severity = 'error' | 'warning';

/** One reported disagreement. Plain data: words are added last, by {@link describe}. */
export interface Finding {
	readonly ruleId: string;
	/** Key of the sentence in the rule's `messages`. */
	readonly messageId: string;
	/** What the sentence's `{placeholders}` stand for. */
	readonly data: Readonly<Record<string, string>>;
	readonly severity: Severity;
	/** Locale folder of the file at fault. */
	readonly locale: string;
	/** Path below the locale folder. */
	readonly page: string;
	/** File at fault, as people find it. */
	readonly path: string;
	/** Absent where the finding is about the whole file. */
	readonly range?: Range;
	/** Where in the source the difference stands. */
	readonly source?: { readonly path: string; readonly range?: Range };
	/** No file stands at `path`: a translation is missing there. */
	readonly isFileMissing?: true;
	/** Whether a machine could mend it. */
	readonly isFixable?: boolean;
	/** Identity across edits: rule, page, section, message, what differs, ordinal; no line numbers. */
	readonly fingerprint?: string;
	/** Lines that differ, for code. */
	readonly differences?: readonly CodeDifference[];
	/** What mends it, where that is certain. */
	readonly replacements?: readonly Replacement[];
}

/** New text for a part of a file, by offsets in its text as it was decoded, in UTF-16 units. */
export interface Replacement {
	readonly from: number;
	/** Behind the part; the same as `from` where something is put in between. */
	readonly to: number;
	readonly text: string;
}

/** A run of lines in which the code of a translation differs from its source. */
export interface CodeDifference {
	/** Empty where the translation added lines. */
	readonly expected: readonly string[];
	/** Empty where the translation lacks lines. */
	readonly found: readonly string[];
	/** First line in the target's file, or the line before which lines are missing. */
	readonly line: number;
}

/** Path first, then position, then rule: the order in which somebody mends them. */
export function compareFindings(a: Finding, b: Finding): number {
	return (
		compare(a.path, b.path) ||
		(a.range?.start.line ?? 0) - (b.range?.start.line ?? 0) ||
		(a.range?.start.column ?? 0) - (b.range?.start.column ?? 0) ||
		compare(a.ruleId, b.ruleId)
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
