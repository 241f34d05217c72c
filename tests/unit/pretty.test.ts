import { expect, test } from 'vitest';
import type { Finding } from '../../src/checker/finding.ts';
import { pretty } from '../../src/reporters/pretty.ts';

const finding = (data: Readonly<Record<string, string>>, line?: number): Finding => ({
	ruleId: 'code-unknown-language',
	messageId: 'unknown',
	data,
	severity: 'error',
	locale: 'en',
	page: 'a.md',
	path: 'content/en/a.md',
	...(line && { range: { start: { line, column: 4 }, end: { line, column: 8 } } }),
});

test('each finding has its place, its rule and its sentences; the total comes last', () => {
	expect(pretty([finding({ language: 'klingon' }), finding({ language: 'elvish' }, 7)])).toBe(
		[
			'content/en/a.md:1:1  error  code-unknown-language',
			'  The highlighter knows no language `klingon`. Use one that it knows, or `text` for none.',
			'',
			'content/en/a.md:7:4  error  code-unknown-language',
			'  The highlighter knows no language `elvish`. Use one that it knows, or `text` for none.',
			'',
			'2 problems in 1 file',
		].join('\n'),
	);
});

test('quoted content cannot move the cursor or turn the text around', () => {
	const printed = pretty([finding({ language: '\u001b[2Jx\u202ey\r' })]);
	expect(printed).toContain('`\\u001b[2Jx\\u202ey\\u000d`');
});
