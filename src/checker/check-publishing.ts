import type { Corpus } from './corpus.ts';
import { createFinding } from './create-finding.ts';
import { compareFindings, type Finding } from './finding.ts';
import { publishingRules } from './rules/index.ts';

/** Everything that keeps content from being published as its authors meant it, all of it at once. */
export function checkPublishing(corpus: Corpus): Finding[] {
	return publishingRules
		.flatMap((rule) =>
			[...rule.check(corpus)].map((remark) => createFinding(rule, remark, rule.severity)),
		)
		.sort(compareFindings);
}
