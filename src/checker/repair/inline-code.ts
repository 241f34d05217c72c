import { inlinesAt } from './change-target.ts';
import type { Repair } from './repair.ts';

/** Code, or a directive, within a text that was altered becomes that of the source. */
export const repairInlineCode: Repair = function* ({ range, data }, { target, targetText }) {
	const expected = data.expected ?? '';
	const directive = inlinesAt(target, 'directive', range)[0];
	if (directive) {
		const from = targetText.offsetOf(directive.span.start);
		yield [{ from, to: from + directive.value.length, text: expected }];
	}
	const code = inlinesAt(target, 'code', range)[0];
	if (!code) return;
	const from = targetText.offsetOf(code.span.start);
	const written = targetText.slice(code.span);
	const marks = /^`+/.exec(written)?.[0];
	// Within other backticks, or none, the code would end too soon.
	if (marks === undefined || expected.includes('`') || !written.endsWith(marks)) return;
	const inner = written.slice(marks.length, -marks.length);
	const space = /^\s.*\S.*\s$/s.test(inner) && marks.length > 1 ? ' ' : '';
	yield [{ from, to: from + written.length, text: marks + space + expected + space + marks }];
};
