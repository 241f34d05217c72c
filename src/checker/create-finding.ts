import type { Finding, Severity } from './finding.ts';
import type { Remark, Rule } from './rule.ts';

/**
 * Turns what a rule remarked into a finding.
 *
 * @param sourcePath where the source page lies, for remarks that name a place in it
 */
export function createFinding<Subject>(
	{ id, fixable }: Rule<Subject>,
	{ file, messageId, data = {}, range, source, isFixable, differences, replacements }: Remark,
	severity: Severity,
	sourcePath?: string,
): Finding {
	return {
		ruleId: id,
		messageId,
		data,
		severity,
		locale: file.locale,
		page: file.page,
		path: file.path,
		...(range && { range }),
		...(sourcePath !== undefined && {
			source: { path: sourcePath, ...(source && { range: source }) },
		}),
		...(isFixable !== false && fixable?.includes(messageId) && { isFixable: true }),
		...(differences && { differences }),
		...(replacements && { replacements }),
	};
}
