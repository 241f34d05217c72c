import { loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A code block that only the translation has: nobody has reviewed what it makes readers run. */
export const codeExtra: Rule<Pair> = {
	id: 'code-extra',
	severity: 'error',
	description: 'A code block that only the translation has.',
	messages: {
		extra:
			'The code block that begins with `{excerpt}` does not exist in the source. Remove it, or propose it for the source.',
	},
	*check(pair) {
		for (const remark of loneBlocks(pair, ['code'])) if (remark.messageId === 'extra') yield remark;
	},
};
