import { excerpt } from '../excerpt.ts';
import { attributeRemarks } from '../html/attribute-remarks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { isSureChange } from '../sure-change.ts';
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
		const differences = imageDifferences(pair);
		for (const difference of differences) {
			const { source, target, range, sourceRange } = difference;
			if (source && target)
				yield {
					file: pair.target,
					messageId: 'changed',
					data: { expected: excerpt(source.value, 100), found: excerpt(target.value, 100) },
					range,
					source: sourceRange,
					...(!isSureChange(difference, differences, pair) && { isFixable: false }),
				};
		}
		for (const remark of attributeRemarks(pair))
			if (remark.messageId === 'picture') yield { ...remark, messageId: 'changed' };
	},
};
