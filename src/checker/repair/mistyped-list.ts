import { spacedItems, spacedSiblings } from '../mistyped/list.ts';
import type { Repair } from './repair.ts';

/** Items get markers of Markdown with a space behind them. */
export const repairMistypedList: Repair = function* ({ range }, { targetText }) {
	if (!range) return;
	const first = range.start.line;
	const lines = targetText.lines.slice(first - 1);
	for (const items of [spacedItems(lines), spacedSiblings(lines)])
		if (items.length > 0) yield [targetText.replaceLines(first, items.length, items)];
};
