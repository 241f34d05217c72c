import type { CodeDifference, Replacement, Severity } from './finding.ts';
import type { Range } from './place.ts';
import type { SourceFile } from './source-file.ts';

/**
 * One kind of disagreement. A rule only remarks; severity, path and order are added by whoever runs
 * it, and words by {@link fillIn}.
 *
 * @typeParam Subject what the rule looks at
 */
export interface Rule<Subject> {
	/** Kebab-case, beginning with its subject; equal to the file's name. */
	readonly id: string;
	readonly severity: Severity;
	/** One sentence for a list of rules. */
	readonly description: string;
	/** Sentences with `{placeholders}`: first what differs, then what to do. Never the place. */
	readonly messages: Readonly<Record<string, string>>;
	/** Messages whose difference a machine can mend. */
	readonly fixable?: readonly string[];
	readonly check: (subject: Subject) => Iterable<Remark>;
}

export interface Remark {
	readonly file: Pick<SourceFile, 'path' | 'locale' | 'page'>;
	readonly messageId: string;
	readonly data?: Readonly<Record<string, string>>;
	/** Absent where the remark is about the whole file. */
	readonly range?: Range;
	/** Where in the source the difference stands. */
	readonly source?: Range;
	readonly differences?: readonly CodeDifference[];
	/** Absent where the rule's `fixable` decides; no machine can mend this one. */
	readonly isFixable?: false;
	/** What mends it; they touch neither each other nor those of other remarks. */
	readonly replacements?: readonly Replacement[];
}

/** `fillIn('No {what}.', { what: 'title' })` => `'No title.'` */
export function fillIn(template: string, data: Readonly<Record<string, string>>): string {
	return template.replace(/\{(\w+)\}/g, (placeholder, key: string) => data[key] ?? placeholder);
}
