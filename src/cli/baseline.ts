import { existsSync } from 'node:fs';
import type { Finding } from '../checker/finding.ts';
import { readBaseline, toEntry, writeBaseline, type BaselineEntry } from './baseline-file.ts';
import { isSafetyRule } from './is-safety-rule.ts';
import type { Plan } from './plan.ts';
import { UsageError } from './usage-error.ts';

/** Findings that are accepted for now; what is unsafe never is. */
export interface Baseline {
	/** The findings that it does not accept. */
	fresh(findings: readonly Finding[]): readonly Finding[];
	/** How many of the accepted findings this run should have found again, and did not. */
	countMended(findings: readonly Finding[]): number;
	/** Accepts what was found, and nothing else of what this run could see; returns how many. */
	update(findings: readonly Finding[]): number;
}

/** Which part of the pages a run looks at, and whether it writes the baseline. */
export interface BaselineScope {
	readonly includes?: ((path: string) => boolean) | undefined;
	readonly shard?: readonly [number, number] | undefined;
	readonly isUpdated: boolean;
}

/**
 * The baseline in a file, as it is before the run.
 *
 * @throws UsageError where there is no such file, or where it holds something else
 */
export function createBaseline(path: string, plan: Plan, scope: BaselineScope): Baseline {
	let entries = read(path, scope);
	const locales = new Set([plan.sourceLocale, ...plan.locales.map(({ tag }) => tag)]);
	const sees = (entry: BaselineEntry): boolean =>
		locales.has(entry.locale) &&
		plan.severities[entry.rule] !== 'off' &&
		(scope.includes?.(entry.path) ?? true);
	return {
		fresh(findings) {
			const accepted = new Set(entries.map(({ fingerprint }) => fingerprint));
			return findings.filter(
				({ ruleId, fingerprint = '' }) => isSafetyRule(ruleId) || !accepted.has(fingerprint),
			);
		},
		countMended(findings) {
			if (scope.shard) return 0;
			const left = new Set(findings.map(({ fingerprint }) => fingerprint));
			return entries.filter((entry) => sees(entry) && !left.has(entry.fingerprint)).length;
		},
		update(findings) {
			const acceptable = findings.filter(({ ruleId }) => !isSafetyRule(ruleId));
			entries = [...entries.filter((entry) => !sees(entry)), ...acceptable.map(toEntry)];
			writeBaseline(path, entries);
			return entries.length;
		},
	};
}

function read(path: string, { includes, isUpdated }: BaselineScope): readonly BaselineEntry[] {
	if (isUpdated && !existsSync(path)) return [];
	try {
		return readBaseline(path).filter(({ rule }) => !isSafetyRule(rule));
	} catch (error) {
		// A run over all pages can write anew what it cannot read.
		if (isUpdated && !includes && error instanceof UsageError) return [];
		throw error;
	}
}
