import type { Finding } from './finding.ts';

/**
 * Gives each finding of one page its identity: rule, locale, page, section, message and ordinal
 * among equals. No line numbers, so that text above it may come and go.
 *
 * @param sectionOf the heading under which a line of the source, or of the target, stands
 */
export function withFingerprints(
	findings: readonly Finding[],
	sectionOf: (finding: Finding) => string,
): Finding[] {
	const counts = new Map<string, number>();
	return findings.map((finding) => {
		const { ruleId, locale, page, messageId } = finding;
		const key = [ruleId, locale, page, sectionOf(finding), messageId].join('|');
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return { ...finding, fingerprint: `${key}|${count}` };
	});
}
