import { createChecker } from '../../../src/checker/check.ts';
import type { Finding } from '../../../src/checker/finding.ts';
import { defaultPolicy } from '../../../src/checker/policy.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale.toLowerCase()],
	policy: { ...defaultPolicy, typography: true },
	severities: {},
	today: '2026-11-21',
});

/** What the rules of typography say about a page. */
export async function findingsIn(
	locale: string,
	text: string,
	{ extension = 'md', source }: { extension?: 'md' | 'mdx'; source?: string } = {},
): Promise<Finding[]> {
	const page = `orders.${extension}`;
	const findings = await checker.checkPage({
		source:
			source === undefined ? source : { path: `en/${page}`, page, locale: 'en', text: source },
		targets: [{ path: `${locale}/${page}`, page, locale, text }],
	});
	return findings.filter(({ ruleId }) => ruleId.startsWith('typography-'));
}

/** A text with all replacements of its findings. */
export function applied(text: string, findings: readonly Finding[]): string {
	const replacements = findings
		.flatMap((finding) => finding.replacements ?? [])
		.sort((a, b) => a.from - b.from || a.to - b.to);
	let written = '';
	let at = 0;
	for (const { from, to, text: replacement } of replacements) {
		if (from < at) throw new Error('Two replacements touch each other.');
		written += text.slice(at, from) + replacement;
		at = to;
	}
	return written + text.slice(at);
}

/** The text as `findingsIn` would have it. */
export async function repaired(
	locale: string,
	text: string,
	extension: 'md' | 'mdx' = 'md',
): Promise<string> {
	return applied(text, await findingsIn(locale, text, { extension }));
}

/** No-break spaces that can be seen: `°` for U+00A0, `¦` for U+202F. */
export function visible(text: string): string {
	return text.replaceAll('\u00A0', '°').replaceAll('\u202F', '¦');
}

/** The opposite of `visible`. */
export function unseen(text: string): string {
	return text.replaceAll('°', '\u00A0').replaceAll('¦', '\u202F');
}
