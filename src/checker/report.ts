import type { Finding } from './finding.ts';

/** Everything that a run of the checker says: what a reporter turns into text. */
export interface Report {
	/** Sorted by `compareFindings`. */
	readonly findings: readonly Finding[];
	readonly summary: ReportSummary;
	/** How many further findings the baseline accepts; they are not in `findings`. */
	readonly baselined?: number;
}

/** What was compared, and how many findings of each severity came of it. */
export interface ReportSummary {
	/** Source pages. */
	readonly pages: number;
	/** Source pages times the locales that each was compared with. */
	readonly pairs: number;
	readonly errors: number;
	readonly warnings: number;
}
