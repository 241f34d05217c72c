import { matchesOf } from '../alignment/alignment.ts';
import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A heading of another level: the table of contents, and a screen reader, tell another structure. */
export const headingLevel: Rule<Pair> = {
	id: 'heading-level',
	severity: 'error',
	description: 'A heading of another level than in the source.',
	messages: {
		level:
			'The heading `{heading}` has level {found}, expected level {expected}. Write it with `{marks}`.',
	},
	fixable: ['level'],
	*check({ target, alignment }) {
		for (const { source: from, target: to } of matchesOf(alignment, 'heading'))
			if (from.name !== to.name)
				yield {
					file: target,
					messageId: 'level',
					data: {
						heading: excerptOf(to, target.text),
						found: to.name,
						expected: from.name,
						marks: '#'.repeat(Number(from.name)),
					},
					range: to.span,
					source: from.span,
				};
	},
};
