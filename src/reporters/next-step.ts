import type { Finding } from '../checker/finding.ts';

/** What somebody should do who does not know where to begin. */
export interface NextStep {
	/** The rule to read about: the most frequent one, among errors as long as there are any. */
	readonly ruleId: string;
	/** Types the rule's explanation into a terminal. */
	readonly explain: string;
	/** Repairs what a machine can, where it can anything. */
	readonly repair: { readonly which: string; readonly command: string } | undefined;
}

/** `undefined` where there is nothing to do. */
export function nextStep(findings: readonly Finding[]): NextStep | undefined {
	const errors = findings.filter(({ severity }) => severity === 'error');
	const ruleId = mostFrequentRule(errors.length > 0 ? errors : findings);
	if (ruleId === undefined) return undefined;
	return {
		ruleId,
		explain: `npx parity explain ${ruleId}`,
		repair: repairOf(findings),
	};
}

function repairOf(findings: readonly Finding[]): NextStep['repair'] {
	const fixable = findings.filter(({ isFixable }) => isFixable);
	if (fixable.length === 0) return undefined;
	const paths = [...new Set(fixable.map(({ path }) => path))];
	const where = paths.length === 1 && /^[\w./-]+$/.test(paths[0]!) ? ` ${paths[0]!}` : '';
	return { which: whichOf(fixable.length, findings.length), command: `npx parity fix${where}` };
}

/** `whichOf(2, 3)` => `'2 of them'` */
function whichOf(count: number, all: number): string {
	if (count < all) return `${count} of them`;
	return all === 1 ? 'it' : 'all of them';
}

/** Of equally frequent rules, the first that somebody meets. */
function mostFrequentRule(findings: readonly Finding[]): string | undefined {
	const frequencies = new Map<string, number>();
	for (const { ruleId } of findings) frequencies.set(ruleId, (frequencies.get(ruleId) ?? 0) + 1);
	return [...frequencies].sort(([, a], [, b]) => b - a)[0]?.[0];
}
