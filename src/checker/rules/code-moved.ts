import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A code block that stands elsewhere than in the source, beside text that speaks of another. */
export const codeMoved: Rule<Pair> = {
	id: 'code-moved',
	severity: 'error',
	description: 'A code block that stands at another place than in the source.',
	messages: {
		moved:
			'The code block that begins with `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
	},
	*check({ target, alignment }) {
		for (const { source: from, target: to } of alignment.moved)
			if (to.kind === 'code')
				yield {
					file: target,
					messageId: 'moved',
					data: { excerpt: excerptOf(to, target.text) },
					range: to.span,
					source: from.span,
				};
	},
};
