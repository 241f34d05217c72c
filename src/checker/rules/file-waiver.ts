import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';
import type { SourceFile } from '../source-file.ts';
import { isDay, isWaivable, type Waiver } from '../waivers.ts';

/** What the rule looks at: the waivers of a page after its findings are known. */
export interface UsedWaivers {
	readonly file: SourceFile;
	readonly waivers: readonly Waiver[];
	/** Whether a waiver covers a finding of a rule. */
	readonly isUsed: (waiver: Waiver, ruleId: string) => boolean;
	readonly ruleIds: readonly string[];
	/** `2026-11-21` */
	readonly today: string;
}

/** A waiver that no longer waives, or never did: without it the page would be as it seems. */
export const fileWaiver: Rule<UsedWaivers> = {
	id: 'file-waiver',
	severity: 'warning',
	description: 'A `parity-ignore` comment that is unused, expired or malformed.',
	messages: {
		unused: 'This comment waives `{rule}`, but nothing here is reported by that rule. Remove it.',
		expired:
			'This comment waived `{rule}` until {until}. Mend the difference, or give a new date and reason.',
		reason: 'This comment gives no reason. Write `parity-ignore {rule}: why it is so`.',
		date: '`{until}` is no date, so that this comment waives nothing. Write the last day on which it holds, such as `2027-06-30`.',
		'no-rule': 'This comment names no rule. Write `parity-ignore code-drift: why it is so`.',
		unknown: 'There is no rule `{rule}`. Correct the name.',
		'unknown-nearest': 'There is no rule `{rule}`. Did you mean `{nearest}`?',
		refused:
			'Findings of `{rule}` cannot be waived. Mend what it reports, and remove this comment.',
	},
	*check(subject) {
		for (const waiver of subject.waivers) {
			const at = { file: subject.file, range: waiver.range };
			const { ruleIds, until, reason } = waiver;
			if (ruleIds.length === 0) yield { ...at, messageId: 'no-rule' };
			else if (reason === '')
				yield { ...at, messageId: 'reason', data: { rule: ruleIds.join(', ') } };
			else if (until !== undefined && !isDay(until))
				yield { ...at, messageId: 'date', data: { until } };
			else
				for (const rule of ruleIds) {
					const messageId = judge(waiver, rule, subject);
					if (!messageId) continue;
					const near = nearest(rule, subject.ruleIds) ?? '';
					yield { ...at, messageId, data: { rule, until: until ?? '', nearest: near } };
				}
		}
	},
};

function judge(
	waiver: Waiver,
	rule: string,
	{ isUsed, ruleIds, today }: UsedWaivers,
): string | undefined {
	if (!ruleIds.includes(rule)) return nearest(rule, ruleIds) ? 'unknown-nearest' : 'unknown';
	if (!isWaivable(rule)) return 'refused';
	if (waiver.until !== undefined && waiver.until < today) return 'expired';
	return isUsed(waiver, rule) ? undefined : 'unused';
}
