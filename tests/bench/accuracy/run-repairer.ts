/** The only door to the repairs, as `run-checker.ts` is to the checker. */
import { createChecker } from '../../../src/checker/check.ts';
import type { Finding } from '../../../src/checker/finding.ts';
import { defaultPolicy } from '../../../src/checker/policy.ts';
import { createRepairer } from '../../../src/checker/repair/repair-page.ts';
import type { CheckerInput } from './run-checker.ts';

/** What `parity fix` makes of a page. */
export interface Repaired {
	readonly text: string;
	/** Findings before, and those that are left. */
	readonly before: readonly Finding[];
	readonly left: readonly Finding[];
}

export type RunRepairer = (input: CheckerInput) => Promise<Repaired>;

/** Repairs with the settings that the command line has in a folder without a configuration. */
export function loadRepairer(sourceLocale: string): RunRepairer {
	let names: readonly string[] = [];
	const tags = (locale: string): readonly string[] =>
		locale === sourceLocale ? [locale.toLowerCase()] : names;
	const checker = createChecker({
		...{ sourceLocale, tags, policy: defaultPolicy, severities: {}, today: '2026-01-01' },
	});
	const repairer = createRepairer({ checker, tags, takesStrings: false });
	return ({ page, source, target, locales, names: ofTarget }) => {
		names = ofTarget;
		return repairer.repairPage(
			{ ...source, page, locale: locales.source },
			{ ...target, page, locale: locales.target },
		);
	};
}
