import { isWrittenAsHtml } from '../document/block.ts';
import { emptiedDescriptions } from '../side-texts/emptied-descriptions.ts';
import { excerpt } from '../excerpt.ts';
import { inlineDifferences, type InlineDifference } from '../inline-differences.ts';
import { findMistypedLinks, mistypedLinksOf, type MistypedLink } from '../mistyped/link.ts';
import { lazyLines } from '../lazy-lines.ts';
import { loneBlocks } from '../lone-blocks.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';
import { otherNames } from '../links/same-target.ts';
import { isUnsafeTarget } from '../safety/unsafe-target.ts';

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
		description: 'This image has lost its description `{excerpt}`. Translate it and put it back.',
		mistyped:
			'`{found}` is no image, since its marks do not touch or are wide ones. Write `{expected}`.',
	},
	fixable: ['missing', 'missing-several', 'mistyped'],
	*check(pair) {
		const tell = mistypedFigures(pair);
		for (const remark of loneBlocks(pair, ['figure'])) yield tell(remark);
		for (const link of findMistypedLinks(pair).links)
			if (link.source.kind === 'image') yield mistypedImage(link, pair);
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
		yield* emptiedDescriptions(pair);
	},
};

function mistypedImage({ source, range, found, expected }: MistypedLink, pair: Pair): Remark {
	const data = { found, expected };
	return { file: pair.target, messageId: 'mistyped', data, range, source: source.span };
}

/** Tells of remarks on missing images which are there as paragraphs, since their marks are text. */
function mistypedFigures(pair: Pair): (remark: Remark) => Remark {
	const lines = lazyLines(pair.target.text);
	const missing = new Map(
		pair.alignment.missing.map(({ source }) => [source.span.start, source] as const),
	);
	return (remark) => {
		const lost = remark.source && missing.get(remark.source.start);
		if (remark.messageId !== 'missing' || !lost) return remark;
		const { line } = remark.range!.start;
		const [text, start] = [lines()[line - 1]!, { line, column: 1 }];
		const [link] = mistypedLinksOf(text, start, lost.inlines, pair.tags);
		return link?.source.kind === 'image' ? mistypedImage(link, pair) : remark;
	};
}

/** Without what became unsafe, or came so: that is told by `unsafe-link`. */
export function imageDifferences(pair: Pair): InlineDifference[] {
	const mistyped = findMistypedLinks(pair).inlines;
	const differences = inlineDifferences(
		pair,
		(inline) =>
			inline.kind === 'image' && !mistyped.has(inline)
				? normaliseTarget(inline.value, pair.tags)
				: undefined,
		otherNames(pair),
	);
	return [...differences].filter(({ target }) => !target || !isUnsafeTarget(target.value));
}
