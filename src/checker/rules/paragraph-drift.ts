import { loneBlocks } from '../lone-blocks.ts';
import { madeByMistypedItems } from '../mistyped/missing-items.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/**
 * Paragraphs. Good translators merge and split them, so a paragraph counts as lost only where the
 * lengths of its neighbours do not account for it.
 */
export const paragraphDrift: Rule<Pair> = {
	id: 'paragraph-drift',
	severity: 'warning',
	description: 'A paragraph that is missing or new.',
	messages: {
		missing: 'The paragraph `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} paragraphs are missing here, the first is `{excerpt}`. Translate them and put them here.',
		moved:
			'The paragraph `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		extra:
			'The paragraph `{excerpt}` does not exist in the source. Remove it, or propose it for the source.',
	},
	*check(pair) {
		const items = madeByMistypedItems(pair);
		// A callout without a title shows its keyword: translators write that in their language.
		const extra = pair.alignment.extra.filter(({ target: { name } }) => name !== 'label');
		const alignment = { ...pair.alignment, extra };
		for (const remark of loneBlocks({ ...pair, alignment }, ['paragraph', 'footnote']))
			if (!items.has(remark.range!)) yield remark;
	},
};
