import { matchesOf, type Match } from './alignment/alignment.ts';
import type { Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { excerptOf } from './lone-blocks.ts';
import type { Pair } from './pair.ts';
import type { Remark } from './rule.ts';

/**
 * Remarks on items of task lists whose box was ticked, unticked or lost; one for a list where that
 * is so for all of its items alike.
 * Messages: `box`, `boxes`.
 */
export function* boxRemarks({ source, target, alignment }: Pair): Generator<Remark> {
	const changed = new Map<Block, Match>();
	for (const match of matchesOf(alignment, 'item'))
		// Of an item without its text, the text is told.
		if (match.source.name !== match.target.name && match.target.children.length > 0)
			changed.set(match.target, match);
	if (changed.size === 0) return;
	for (const { source: from, target: to } of matchesOf(alignment, 'list')) {
		// A list whose boxes are all new is another list, most often.
		if (from.children.every(({ name }) => name === '')) continue;
		const items = to.children.flatMap((item) => changed.get(item) ?? []);
		const [first] = items;
		if (!first) continue;
		const isWhole =
			items.length === to.children.length &&
			items.length === from.children.length &&
			items.every((item) => haveSameBoxes(item, first));
		if (!isWhole || items.length === 1) {
			// Of a list that is another one by now, neither items nor boxes can be told.
			if (isWhole || to.children.some((item) => item.name !== '' && !changed.has(item)))
				for (const item of items) yield boxRemark(item, source, target);
			continue;
		}
		yield {
			file: target,
			messageId: 'boxes',
			data: {
				count: String(items.length),
				found: plural(first.target),
				expected: plural(first.source),
				excerpt: excerptOf(to, target.text),
			},
			range: to.span,
			source: from.span,
		};
	}
}

function boxRemark({ source: from, target: to }: Match, source: Document, file: Document): Remark {
	return {
		file,
		messageId: 'box',
		data: {
			excerpt: excerptOf(from, source.text),
			found: BOXES[to.name]!,
			expected: BOXES[from.name]!,
		},
		range: to.span,
		source: from.span,
	};
}

/** By the names of items. */
const BOXES: Readonly<Record<string, string>> = {
	done: 'a ticked box',
	task: 'an empty box',
	'': 'no box',
};

function plural({ name }: Block): string {
	return name === 'done' ? 'ticked boxes' : name === 'task' ? 'empty boxes' : 'no boxes';
}

function haveSameBoxes(a: Match, b: Match): boolean {
	return a.source.name === b.source.name && a.target.name === b.target.name;
}
