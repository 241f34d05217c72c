import type { Finding } from '../checker/finding.ts';

/** What somebody should do who does not know where to begin. */
export interface NextStep {
	/** The rule to read about: the most frequent one, among errors as long as there are any. */
	readonly ruleId: string;
	/** Types the rule's explanation into a terminal. */
	readonly explain: string;
}

/** `undefined` where there is nothing to do. */
export function nextStep(findings: readonly Finding[]): NextStep | undefined {
	const errors = findings.filter(({ severity }) => severity === 'error');
	const ruleId = mostFrequentRule(errors.length > 0 ? errors : findings);
	if (ruleId === undefined) return undefined;
	return {
		ruleId,
		explain: `npx parity explain ${ruleId}`,
	};
}

/** Of equally frequent rules, the first that somebody meets. */
function mostFrequentRule(findings: readonly Finding[]): string | undefined {
	const frequencies = new Map<string, number>();
	for (const { ruleId } of findings) frequencies.set(ruleId, (frequencies.get(ruleId) ?? 0) + 1);
	return [...frequencies].sort(([, a], [, b]) => b - a)[0]?.[0];
}
