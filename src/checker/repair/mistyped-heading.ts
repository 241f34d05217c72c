import { spacedHeading } from '../mistyped/heading.ts';
import type { Repair } from './repair.ts';

/** A heading gets the space that it lacks; text gets a blank line before the rule below it. */
export const repairMistypedHeading: Repair = function* ({ messageId, range }, { targetText }) {
	if (!range) return;
	const { start, end } = range;
	const line = targetText.lines[start.line - 1]!;
	const heading = messageId === 'unspaced' ? spacedHeading(line) : undefined;
	if (heading !== undefined) yield [targetText.replaceLines(start.line, 1, [heading])];
	if (messageId !== 'underlined') return;
	const last = end.column === 1 ? end.line - 1 : end.line;
	const [rule = ''] = targetText.lines.slice(last - 1);
	const before = /^[ \t>]*/.exec(rule)![0].trimEnd();
	yield [targetText.replaceLines(last, 0, [before])];
};
