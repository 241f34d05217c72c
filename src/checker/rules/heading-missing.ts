import { loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A heading that is gone, or came, while the text below it is still there. */
export const headingMissing: Rule<Pair> = {
	id: 'heading-missing',
	severity: 'error',
	description: 'A heading that one language has and the other lacks, above text that both have.',
	messages: {
		missing: 'The heading `{excerpt}` is missing above this text. Put its translation here.',
		'missing-several':
			'{count} headings are missing here, the first is `{excerpt}`. Put their translations here.',
		extra: 'The heading `{excerpt}` does not exist in the source. Remove it, and keep the text.',
	},
	check: (pair) => loneBlocks(pair, ['heading']),
};
