import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { imageDifferences } from './image-drift.ts';

/**
 * An image that was replaced. A picture with words in it may well have a translated version; an
 * old screenshot, or a stranger's image, is none.
 */
export const imageTarget: Rule<Pair> = {
	id: 'image-target',
	severity: 'warning',
	description: 'An image that shows another file than in the source.',
	messages: {
		changed:
			'The image shows `{found}`, expected `{expected}`. Keep it only if it is the translated version of that image.',
	},
	fixable: ['changed'],
	*check(pair) {
		for (const { source, target, range, sourceRange } of imageDifferences(pair))
			if (source && target)
				yield {
					file: pair.target,
					messageId: 'changed',
					data: { expected: excerpt(source.value, 100), found: excerpt(target.value, 100) },
					range,
					source: sourceRange,
				};
	},
};
