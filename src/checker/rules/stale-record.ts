import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { pairStaleness } from '../staleness/pair-staleness.ts';
import { readRecord, RECORD_KEY } from '../staleness/record.ts';

/** A record that does not say the truth: the page would be called current, and is not. */
export const staleRecord: Rule<Pair> = {
	id: 'stale-record',
	severity: 'error',
	description: 'A record of a translation that contradicts its page, or that cannot be read.',
	messages: {
		broken: `What stands under \`${RECORD_KEY}\` is no record of this translation. Remove it, then run \`npx parity sync\`, which alone writes it.`,
		contradicted:
			'The record says that the section `{section}` is translated, but it is missing. Translate it, then run `npx parity sync`.',
	},
	*check(pair) {
		const record = readRecord(pair.target);
		if (record?.isBroken)
			yield {
				file: pair.target,
				messageId: 'broken',
				range: record.range,
				source: pair.source.head ?? TOP,
			};
		for (const { isMissing, state, section } of pairStaleness(pair)?.sections ?? [])
			if (isMissing && state === 'current')
				yield {
					file: pair.target,
					messageId: 'contradicted',
					data: { section: section.name, key: section.key },
					range: record!.range,
					source: section.heading?.span ?? TOP,
				};
	},
};

const TOP = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
