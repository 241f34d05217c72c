import type { Finding } from './finding.ts';
import { fillIn } from './rule.ts';
import { parityRules, publishingRules } from './rules/index.ts';

/** The sentences of a finding, without its place: what differs, then what to do. */
export function describe({ ruleId, messageId, data }: Finding): string {
	const rule = [...parityRules, ...publishingRules].find(({ id }) => id === ruleId);
	const template = rule?.messages[messageId];
	if (template === undefined) throw new Error(`Rule ${ruleId} has no message ${messageId}.`);
	return fillIn(template, data);
}
