import { matchesOf, type Match } from '../alignment/alignment.ts';
import { boxRemarks } from '../box-remarks.ts';
import { excerptOf, loneBlocks } from '../lone-blocks.ts';
import { misnestedLists } from '../nesting/misnested-lists.ts';
import { madeByMistypedItems, missingItems } from '../mistyped/missing-items.ts';
import { unspacedItems } from '../mistyped/unspaced-items.ts';
import { nestingRemarks } from '../nesting/nesting-remarks.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';

/** Lists and their items: an item that is gone is advice that nobody gets. */
export const listDrift: Rule<Pair> = {
	id: 'list-drift',
	severity: 'error',
	description: 'A list, or an item of one, that is missing, new, or of another kind.',
	messages: {
		missing: 'The list that begins with `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} lists are missing here, the first begins with `{excerpt}`. Translate them and put them here.',
		moved:
			'The list that begins with `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		outdented:
			'The list that begins with `{excerpt}` stands behind the item to which it belongs in the source. Indent it as far as the text of that item.',
		indented:
			'The list that begins with `{excerpt}` belongs to the item above it, but to none in the source. Indent it only as far as that item.',
		'item-outdented':
			'The item `{excerpt}` stands at a higher level than in the source. Indent it as in the source.',
		'item-outdented-several':
			'{count} items stand at a higher level than in the source, the first is `{excerpt}`. Indent them as in the source.',
		'item-indented':
			'The item `{excerpt}` stands at a deeper level than in the source. Indent it only as in the source.',
		'item-indented-several':
			'{count} items stand at a deeper level than in the source, the first is `{excerpt}`. Indent them only as in the source.',
		'block-outdented':
			'What begins with `{excerpt}` stands behind the item to which it belongs in the source. Indent it as far as the text of that item.',
		'block-indented':
			'What begins with `{excerpt}` belongs to the item above it, but not in the source. Indent it only as in the source.',
		merged:
			'The list that begins with `{excerpt}` goes on with the list above it, but not in the source. Write its markers as in the source.',
		divided:
			'The item `{excerpt}` begins another list, but not in the source. Write its marker as in the source.',
		extra:
			'The source has no list that begins with `{excerpt}`. Remove it, or write it as in the source.',
		'item-missing': 'The item `{excerpt}` is missing in this list. Translate it and put it here.',
		'item-missing-several':
			'{count} items are missing in this list, the first is `{excerpt}`. Translate them and put them here.',
		'item-moved':
			'The item `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		'item-extra': 'The item `{excerpt}` does not exist in the source. Remove it.',
		mistyped:
			'`{found}` is no item of a list, since it does not begin with `-` or `1.` and a space. Write `{expected}`.',
		'mistyped-several':
			'{count} lines are no items of a list, since they do not begin with `-` or `1.` and a space. Write the first as `{expected}`.',
		swallowed:
			'`{found}` is no item of a list, since it goes on with the text above it. Indent it, or leave a blank line above it, as in the source.',
		box: 'The item `{excerpt}` has {found}, expected {expected}. Write its box as in the source.',
		boxes:
			'The {count} items of this list have {found}, expected {expected}. Write their boxes as in the source.',
		ordered: 'The list is {found}, expected {expected}. Write its markers as in the source.',
	},
	fixable: ['ordered', 'mistyped', 'mistyped-several'],
	*check(pair) {
		yield* unspacedItems(pair);
		const misnested = misnestedLists(pair);
		const mistyped = missingItems(pair);
		const made = madeByMistypedItems(pair);
		for (const remark of loneBlocks(pair, ['list'])) {
			if (made.has(remark.range!)) continue;
			const told = mistyped(remark);
			yield { ...told, messageId: misnested.get(told.range!) ?? told.messageId };
		}
		for (const remark of loneBlocks(pair, ['item'])) {
			const told = mistyped(remark);
			yield told === remark ? { ...remark, messageId: `item-${remark.messageId}` } : told;
		}
		const ofOtherKind = matchesOf(pair.alignment, 'list').filter(
			({ source: from, target: to }) => from.name !== to.name,
		);
		for (const { source: from, target: to } of ofOtherKind)
			yield {
				file: pair.target,
				messageId: 'ordered',
				data: {
					found: to.name === 'ordered' ? 'numbered' : to.name,
					expected: from.name === 'ordered' ? 'numbered' : from.name,
					excerpt: excerptOf(to, pair.target.text),
				},
				range: to.span,
				source: from.span,
			};
		yield* boxRemarks(pair);
		for (const remark of nestingRemarks(pair, 'item'))
			if (remark.messageId !== 'merged' || !ofOtherKind.some((match) => merges(match, remark)))
				yield remark;
	},
};

/** Whether a list goes on with the one above it since the markers of either are of the wrong kind. */
function merges({ target: { span } }: Match, { range }: Remark): boolean {
	const lines = range!.start.line - span.end.line;
	return span.start.line === range!.start.line || (lines >= 0 && lines <= NEAR);
}

/** Lines from the end of a list to the one that goes on with it. */
const NEAR = 2;
