import { createChecker } from '../../src/checker/check.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

/** A checker of pages in any language. */
export const checkerFrom = (sourceLocale: string) =>
	createChecker({
		sourceLocale,
		tags: (locale) => [locale],
		policy: defaultPolicy,
		severities: {},
		today: '2026-11-21',
	});
const checker = checkerFrom('en');

/** The rules that a translation breaks, with the lines: `3 number-drift`. */
export async function rulesBroken(
	locale: string,
	english: string,
	translation: string,
	page = 'orders.md',
) {
	const findings = await checker.checkPage({
		source: { path: `en/${page}`, page, locale: 'en', text: english },
		targets: [{ path: `${locale}/${page}`, page, locale, text: translation }],
	});
	return findings.map(({ ruleId, range }) => `${range?.start.line ?? 0} ${ruleId}`);
}
