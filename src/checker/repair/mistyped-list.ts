import { spacedItems } from '../mistyped/list.ts';
import type { Repair } from './repair.ts';

/** Items get markers of Markdown with a space behind them. */
export const repairMistypedList: Repair = function* ({ range }, { targetText }) {
	if (!range) return;
	const first = range.start.line;
	const items = spacedItems(targetText.lines.slice(first - 1));
	if (items.length > 0) yield [targetText.replaceLines(first, items.length, items)];
};
