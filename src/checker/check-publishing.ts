import type { Corpus } from './corpus.ts';
import { compareFindings, type Finding } from './finding.ts';
import { publishingRules } from './rules/index.ts';

/** Everything that keeps content from being published as its authors meant it, all of it at once. */
export function checkPublishing(corpus: Corpus): Finding[] {
	const findings: Finding[] = [];
	for (const { id, severity, check } of publishingRules)
		for (const { file, messageId, data = {}, range } of check(corpus))
			findings.push({
				ruleId: id,
				messageId,
				data,
				severity,
				locale: file.locale,
				page: file.page,
				path: file.path,
				...(range && { range }),
			});
	return findings.sort(compareFindings);
}
