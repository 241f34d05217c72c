import { expect, test } from 'vitest';
import { parseDocument } from '../../../src/checker/document/parse-document.ts';
import { sourceSections } from '../../../src/checker/staleness/source-sections.ts';

const PAGE = `---
title: Rotate the logs
order: 4
---

Disks fill up at night.

## Set a limit

Keep *at most* seven files of 20 MB, as [the manual](https://logs.example/manual) says,
and \`rotate\` them:

- by size
- by age, on :node[22, 24]

\`\`\`js
const limit = 20; // megabytes
\`\`\`

## Watch the disk

| level | what to do |
| ----- | ---------- |
| 80 %  | look       |
`;

function sectionsOf(text: string, path = 'en/logs.md') {
	const file = { path, locale: 'en', page: 'logs.md', text };
	return sourceSections(parseDocument(file), ['title', 'description']);
}

function digests(text: string): string[] {
	return sectionsOf(text).map(({ digest }) => digest);
}

test('sections go by the ids of their headings, the top of a page first', () => {
	expect(sectionsOf(PAGE).map(({ key, name }) => [key, name])).toEqual([
		['_', ''],
		['set-a-limit', 'Set a limit'],
		['watch-the-disk', 'Watch the disk'],
	]);
	expect(sectionsOf('## A\n\n## A\n').map(({ key }) => key)).toEqual(['_', 'a', 'a-1']);
	expect(sectionsOf('').map(({ key }) => key)).toEqual(['_']);
});

test('a digest is eight letters that YAML takes for a text', () => {
	for (const digest of digests(PAGE)) expect(digest).toMatch(/^[a-z]{8}$/);
});

test.each([
	['lines are wrapped anew', 'says,\nand', 'says, and'],
	['emphasis has other marks', '*at most*', '_at most_'],
	['lists have other marks', '- by size\n- by age', '* by size\n* by age'],
	['fences have other marks', /```(js)?/g, '~~~$1'],
	['fences are longer', /```(js)?/g, '````$1'],
	['headings are underlined', '## Set a limit', 'Set a limit\n-----------'],
	['headings are closed', '## Watch the disk', '## Watch the disk ##'],
	['tables are padded otherwise', '| 80 %  | look       |', '|80 %|look|'],
	[
		'front matter has another order',
		'title: Rotate the logs\norder: 4',
		'order: 4\ntitle: "Rotate the logs"',
	],
	['keys that are not translated differ', 'order: 4', 'order: 5'],
	['blank lines are added', '\n\n## Watch', '\n\n\n\n## Watch'],
	['code has other spaces', 'const limit = 20;', '  const  limit = 20;'],
	['links are written as references', '(https://logs.example/manual)', '[m]'],
	['lines end as on Windows', /\n/g, '\r\n'],
])('nothing changes when %s', (_, from, to) => {
	const changed = `${PAGE.replace(from, to)}\n[m]: https://logs.example/manual\n`;
	expect(changed).not.toBe(PAGE);
	expect(digests(changed)).toEqual(digests(PAGE));
});

test.each([
	['a title', 'Rotate the logs', 'Rotate all logs', [0]],
	['a word above the first heading', 'at night', 'at noon', [0]],
	['a number', 'seven files of 20', 'seven files of 30', [1]],
	['a link', 'example/manual', 'example/book', [1]],
	['inline code', '`rotate`', '`rename`', [1]],
	['a token of code', 'limit = 20', 'limit = 21', [1]],
	['a comment in code', 'megabytes', 'mebibytes', [1]],
	['the language of code', '```js', '```ts', [1]],
	['a directive within text', ':node[22, 24]', ':node[24]', [1]],
	['an item', '- by size\n', '- by size\n- by name\n', [1]],
	['the kind of a list', '- by size\n- by age', '1. by size\n2. by age', [1]],
	['a cell', '| look ', '| call ', [2]],
	['a quotation', 'Disks fill', '> Disks fill', [0]],
])('another digest for %s', (_, from, to, places) => {
	const [before, after] = [digests(PAGE), digests(PAGE.replace(from, to))];
	const differing = before.flatMap((digest, index) => (digest === after[index] ? [] : [index]));
	expect(differing).toEqual(places);
});

test('the depth of a line is code in YAML and Python, and nowhere else', () => {
	const of = (tag: string, depth: number) =>
		digests(`\`\`\`${tag}\na:\n${' '.repeat(depth)}b: 1\n\`\`\`\n`);
	expect(of('yaml', 2)).not.toEqual(of('yaml', 0));
	expect(of('python', 2)).not.toEqual(of('python', 4));
	expect(of('js', 2)).toEqual(of('js', 0));
});

test('the text of an image is text', () => {
	expect(digests('![A full disk](disk.png)\n')).not.toEqual(
		digests('![An empty disk](disk.png)\n'),
	);
});

test('what MDX imports counts for the top of the page', () => {
	const of = (from: string) =>
		sectionsOf(`import Chart from '${from}';\n\n## Disk\n\n<Chart />\n`, 'en/logs.mdx');
	const [before, after] = [of('./chart.jsx'), of('./plot.jsx')];
	expect(before[0]!.digest).not.toBe(after[0]!.digest);
	expect(before[1]!.digest).toBe(after[1]!.digest);
});
