import { tableRule } from '../mistyped/table.ts';
import type { Repair } from './repair.ts';

/** A table gets the line of dashes that makes it one. */
export const repairMistypedTable: Repair = function* ({ range }, { targetText }) {
	if (!range) return;
	const { line } = range.start;
	const rule = tableRule(targetText.lines.slice(line - 1, line + 2));
	if (!rule) return;
	yield [targetText.replaceLines(line + 1, rule.found === undefined ? 0 : 1, [rule.expected])];
};
