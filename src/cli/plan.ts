import type { Finding, Severity } from '../checker/finding.ts';
import type { Policy } from '../checker/policy.ts';
import type { TargetLocale } from '../corpus/find-pages.ts';
import { parsePattern, type PagePattern } from '../corpus/page-pattern.ts';

/** What a run checks, as plain data that a worker can be handed. */
export interface Plan {
	/** Absolute path of the folder that patterns and displayed paths are relative to. */
	readonly folder: string;
	/** Patterns as they were written. */
	readonly source: string;
	readonly target: string;
	/** BCP 47 tag. */
	readonly sourceLocale: string;
	readonly locales: readonly TargetLocale[];
	readonly policy: Policy;
	readonly severities: Readonly<Record<string, Severity | 'off'>>;
	/** `2026-11-21` */
	readonly today: string;
}

/** A page to check, with the languages that have it. */
export interface PageTask {
	readonly page: string;
	readonly hasSource: boolean;
	/** Tags. */
	readonly targets: readonly string[];
}

/** What was found on a page in all its languages. */
export interface CheckedPage {
	readonly findings: readonly Finding[];
	/** Of the files as they were read, where somebody wants to know it again; see `keyOf`. */
	readonly key?: string;
}

/** The patterns of a plan, ready to match. */
export function patternsOf(plan: Plan): { source: PagePattern; target: PagePattern } {
	return { source: parsePattern(plan.source), target: parsePattern(plan.target) };
}
