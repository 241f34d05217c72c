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
