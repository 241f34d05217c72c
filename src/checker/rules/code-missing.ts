import { loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A code block of the source that the translation lacks. */
export const codeMissing: Rule<Pair> = {
	id: 'code-missing',
	severity: 'error',
	description: 'A code block of the source that the translation lacks.',
	messages: {
		missing: 'The code block that begins with `{excerpt}` is missing. Copy it from the source.',
		'missing-several':
			'{count} code blocks are missing here, the first begins with `{excerpt}`. Copy them from the source.',
	},
	fixable: ['missing', 'missing-several'],
	*check(pair) {
		for (const remark of loneBlocks(pair, ['code']))
			if (remark.messageId.startsWith('missing')) yield remark;
	},
};
