import { blockAt } from './find-block.ts';
import type { Repair } from './repair.ts';

/** The marks of a heading change, its words stay. */
export const repairHeadingLevel: Repair = function* (finding, { target, targetText }) {
	const heading = blockAt(target, ['heading'], finding.range);
	const level = Number(finding.data.expected);
	if (!heading) return;
	const { start, end } = heading.span;
	const line = targetText.lines[start.line - 1]!;
	const [before, written] = [line.slice(0, start.column - 1), line.slice(start.column - 1)];
	const marks = '#'.repeat(level);
	const [, , rest] = /^(#{1,6})(?=\s|$)(.*)$/.exec(written) ?? [];
	if (rest !== undefined) {
		const closed = rest.replace(
			/(\s)#+(\s*)$/,
			(_, space: string, end: string) => space + marks + end,
		);
		yield [targetText.replaceLines(start.line, 1, [before + marks + closed])];
		return;
	}
	const lastLine = end.column === 1 ? end.line - 1 : end.line;
	const underline = targetText.lines[lastLine - 1]!;
	if (level <= 2) {
		const line = underline.replace(/[=-]/g, level === 1 ? '=' : '-');
		yield [targetText.replaceLines(lastLine, 1, [line])];
	} else if (lastLine === start.line + 1)
		yield [targetText.replaceLines(start.line, 2, [`${before}${marks} ${written}`])];
};
