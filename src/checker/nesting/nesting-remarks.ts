import { excerptOf } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Remark } from '../rule.ts';
import type { Misnested } from './misnested.ts';

/**
 * Remarks on what left an item, a callout or a quotation, or came into one, by its indentation.
 * Messages: `outdented`, `indented`; for items and what they hold beside lists, with `item-` or
 * `block-` in front, and with `-several` for items; `merged` and `divided` for lists. Data: `excerpt`, `count`.
 */
export function* nestingRemarks(
	{ target, misnested }: Pair,
	container: 'item' | 'callout' | 'quote',
): Generator<Remark> {
	for (const each of misnested)
		if (each.container.kind === container)
			yield {
				file: target,
				messageId: container === 'item' ? messageOf(each) : each.nesting,
				data: { excerpt: excerptOf(each.block, target.text), count: String(each.count) },
				range: each.span,
				source: each.source,
			};
}

function messageOf({ nesting, block, list, count }: Misnested): string {
	if (nesting === 'merged' || nesting === 'divided') return nesting;
	if (block.kind !== 'item') return `block-${nesting}`;
	if (list) return nesting;
	return `item-${nesting}${count > 1 ? '-several' : ''}`;
}
