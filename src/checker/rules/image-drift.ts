import { isWrittenAsHtml } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import { inlineDifferences, type InlineDifference } from '../inline-differences.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { normaliseTarget } from '../normalise-target.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { otherNames } from '../same-target.ts';
import { isUnsafeTarget } from '../unsafe-target.ts';

/** Images that one side lacks. That an image was replaced by another is `image-target`. */
export const imageDrift: Rule<Pair> = {
	id: 'image-drift',
	severity: 'error',
	description: 'An image that is missing or new.',
	messages: {
		missing:
			'The image `{excerpt}` is missing. Copy it from the source and translate its description.',
		'missing-several':
			'{count} images are missing here, the first is `{excerpt}`. Copy them from the source and translate their descriptions.',
		moved:
			'The image `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		extra: 'The image `{excerpt}` does not exist in the source. Remove it.',
	},
	fixable: ['missing', 'missing-several'],
	*check(pair) {
		yield* loneBlocks(pair, ['figure']);
		for (const { source, target, range, sourceRange } of imageDifferences(pair))
			// An HTML element that only the translation has is told by `unsafe-html`.
			if (source ? !target : !isWrittenAsHtml(pair.target.text, target!))
				yield {
					file: pair.target,
					messageId: source ? 'missing' : 'extra',
					data: { excerpt: excerpt((source ?? target)!.value), count: '1' },
					range,
					source: sourceRange,
				};
	},
};

/** Without what became unsafe, or came so: that is told by `unsafe-link`. */
export function imageDifferences(pair: Pair): InlineDifference[] {
	const differences = inlineDifferences(
		pair,
		({ kind, value }) => (kind === 'image' ? normaliseTarget(value, pair.tags) : undefined),
		otherNames(pair),
	);
	return [...differences].filter(({ target }) => !target || !isUnsafeTarget(target.value));
}
