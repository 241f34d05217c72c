import { excerptOf } from '../lone-blocks.ts';
import { isHeadingByChance } from '../mistyped/heading.ts';
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
	*check({ target, alignment }) {
		for (const section of alignment.extraSections) {
			if (isHeadingByChance(section, target.text)) continue;
			yield {
				file: target,
				messageId: 'extra',
				data: { heading: excerptOf(section.target, target.text) },
				range: section.target.span,
				source: { start: section.at, end: section.at },
			};
		}
	},
};
