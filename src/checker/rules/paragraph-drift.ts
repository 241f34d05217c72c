import { isTitle } from '../document/block.ts';
import { excerptOf, loneBlocks } from '../lone-blocks.ts';
import { withoutTerms } from '../lost-terms.ts';
import { loneEndings } from '../mistyped/lone-endings.ts';
import { madeByLostMarks } from '../mistyped/lost-marks.ts';
import { madeByMistypedItems } from '../mistyped/missing-items.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';

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
		title:
			'The title `{excerpt}` of this callout is missing. Translate it and put it behind the keyword.',
	},
	*check(pair) {
		const items = madeByMistypedItems(pair);
		const others = madeByLostMarks(pair);
		const endings = loneEndings(pair);
		const alignment = withoutTerms(pair);
		for (const remark of loneBlocks({ ...pair, alignment }, ['paragraph', 'footnote']))
			if (![items, others, endings].some((made) => made.has(remark.range!))) yield remark;
		yield* lostTitles(pair);
	},
};

/** A title that only the translation has stands for the word that the site would set there. */
function* lostTitles({ source, target, alignment }: Pair): Generator<Remark> {
	const lost = new Set(alignment.missing.map((each) => each.source).filter(isTitle));
	if (lost.size === 0) return;
	for (const { source: from, target: to } of alignment.matches) {
		const [title] = from.children;
		if (title && lost.has(title))
			yield {
				file: target,
				messageId: 'title',
				data: { excerpt: excerptOf(title, source.text) },
				range: to.span,
				source: title.span,
			};
	}
}
