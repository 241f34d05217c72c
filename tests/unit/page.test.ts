import { expect, test } from 'vitest';
import { parsePage, type Page } from '../../src/checker/page.ts';
import { pageBody } from '../../src/site/content/page-body.ts';

const page = (text: string): Page =>
	parsePage({ path: 'en/a.md', locale: 'en', page: 'a.md', text });

test('the title is the plain text of the first level-1 heading', () => {
	expect(page('# Run `npm ci` *always*\n\n# Second\n').mainHeading?.text).toBe('Run npm ci always');
	expect(page('Take orders\n===========\n').mainHeading?.text).toBe('Take orders');
	expect(page('# From node:fs at 10:30\n').mainHeading?.text).toBe('From node:fs at 10:30');
	expect(page('```sh\n# a comment\n```\n').mainHeading).toBeUndefined();
});

test('a body keeps its line numbers without title, spacers and front matter', () => {
	const source = '---\norder: 1\n---\n# Orders\n\n<br/><br/>\n\n## Queue\n\nA<br/>b\n\n<br>\n';
	const body = pageBody(page(source));
	expect(body.trim()).toBe('## Queue\n\nA<br/>b');
	const lineOf = (text: string): number => text.split('\n').indexOf('## Queue');
	expect(lineOf(body)).toBe(lineOf(source));
});

test('places count lines and columns from one, with Windows line ends too', () => {
	const [unix, windows] = ['# É\n\n😀 [x](y.md)\n', '# É\r\n\r\n😀 [x](y.md)\r\n'].map(
		(text) => page(text).references[0],
	);
	expect(unix?.span.start).toEqual({ line: 3, column: 4 });
	expect(windows?.span.start).toEqual(unix?.span.start);
	expect(pageBody(page('# É\r\n\r\n```js\r\na\r\n```\r\n'))).not.toContain('\r');
});

test('the first paragraph is neither a spacer nor a quotation nor a list', () => {
	const text =
		'# Orders\n\n<br/><br/>\n\n> Quote\n\n- item\n\nThe *first*\nparagraph.\n\nSecond.\n';
	expect(page(text).firstParagraph).toBe('The first paragraph.');
});

test('code blocks carry language and meta', () => {
	const { codeBlocks } = page('```js title="a.js" {1}\na();\n```\n\n    indented\n');
	expect(codeBlocks.map(({ language, meta, code }) => [language, meta, code])).toEqual([
		['js', 'title="a.js" {1}', 'a();'],
		[undefined, '', 'indented'],
	]);
});
