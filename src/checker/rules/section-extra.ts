import { excerptOf } from '../lone-blocks.ts';
import { chanceHeadings } from '../mistyped-heading.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** A section that only the translation has: nobody who knows the source has read it. */
export const sectionExtra: Rule<Pair> = {
	id: 'section-extra',
	severity: 'error',
	description: 'A section that only the translation has.',
	messages: {
		extra:
			'The section `{heading}` does not exist in the source. Remove it, or propose it for the source.',
	},
	*check(pair) {
		const { target, alignment } = pair;
		const byChance = chanceHeadings(pair);
		for (const { target: block, at } of alignment.extraSections)
			if (!byChance.has(block))
				yield {
					file: target,
					messageId: 'extra',
					data: { heading: excerptOf(block, target.text) },
					range: block.span,
					source: { start: at, end: at },
				};
	},
};
