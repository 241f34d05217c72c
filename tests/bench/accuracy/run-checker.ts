/**
 * The only door to the checker. What comes out of it has the shape of `--format json`; the rest of
 * the benchmark knows nothing else of the checker.
 */
import { createChecker } from '../../../src/checker/check.ts';
import { describe } from '../../../src/checker/describe.ts';
import type { Finding } from '../../../src/checker/finding.ts';
import { defaultPolicy } from '../../../src/checker/policy.ts';
import { decode } from '../../../src/corpus/decode.ts';

/** A finding as the command line prints it. */
export interface CheckerFinding {
	readonly ruleId: string;
	readonly severity: 'error' | 'warning';
	readonly message: string;
	readonly target: CheckerPlace | null;
	readonly source?: CheckerPlace | null;
}

export interface CheckerPlace {
	readonly path: string;
	/** Absent where the finding is about the whole file; line and column count from one. */
	readonly start?: { readonly line: number; readonly column: number };
	readonly end?: { readonly line: number; readonly column: number };
}

/** One page in two languages. */
export interface CheckerInput {
	readonly page: string;
	readonly source: { readonly path: string; readonly text: string };
	readonly target: { readonly path: string; readonly text: string };
	/** BCP 47 tags. */
	readonly locales: { readonly source: string; readonly target: string };
	/** How paths may name the target's locale, in lower case. */
	readonly names: readonly string[];
}

export type Checker = (input: CheckerInput) => Promise<readonly CheckerFinding[]>;

/** The checker with the settings that it has in a folder without a configuration. */
export function loadChecker(sourceLocale: string): Checker {
	let names: readonly string[] = [];
	const checker = createChecker({
		sourceLocale,
		tags: (locale) => (locale === sourceLocale ? [locale.toLowerCase()] : names),
		policy: defaultPolicy,
		severities: {},
		today: '2026-01-01',
	});
	return async (input) => {
		names = input.names;
		const { page, source, target, locales } = input;
		const findings = await checker.checkPage({
			source: { ...asRead(source), page, locale: locales.source },
			targets: [{ ...asRead(target), page, locale: locales.target }],
		});
		return findings.map((finding) => asPrinted(finding, target.path));
	};
}

/** The command line gets its texts from files, where marks of byte order do not survive. */
function asRead({ path, text }: { path: string; text: string }): { path: string; text: string } {
	return { path, text: decode(Buffer.from(text)).text };
}

function asPrinted(finding: Finding, targetPath: string): CheckerFinding {
	const { ruleId, severity, path, range, source } = finding;
	return {
		ruleId,
		severity,
		message: describe(finding),
		target: path === targetPath ? { path, ...range } : null,
		source:
			path !== targetPath
				? { path, ...range }
				: source
					? { path: source.path, ...source.range }
					: null,
	};
}
