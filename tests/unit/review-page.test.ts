import { expect, test } from 'vitest';
import { parsePage } from '../../src/checker/page.ts';
import { reviewPage } from '../../src/checker/review-page.ts';

const lines = [
	{ line: 40, endOfLife: '2040-04-30' },
	{ line: 42, endOfLife: '2042-04-30' },
];

/** What is due on a page, with the line of each. */
function due(text: string, today: string): string[] {
	const page = parsePage({ path: 'content/en/orders.md', locale: 'en', page: 'orders.md', text });
	return [...reviewPage(page, today, lines)].map(
		({ range, sentence }) => `${range?.start.line}:${range?.start.column} ${sentence}`,
	);
}

test.each([
	['a date', '2039-11-20'],
	['a text', '"2039-11-20"'],
])('a review that is %s holds for a year', (_, written) => {
	const page = `---\norder: 1\nlastReviewed: ${written}\n---\n\n# Orders\n`;
	expect(due(page, '2040-11-20')).toEqual([]);
	expect(due(page, '2040-11-21')).toEqual([
		'3:1 The last review was on 2039-11-20, more than a year ago. Compare the page with its sources, then set `lastReviewed`.',
	]);
});

test('a line is due from the day on which its life ends', () => {
	const page = '---\nnodeVersions: [40, 42]\n---\n\n# Orders\n';
	expect(due(page, '2040-04-29')).toEqual([]);
	expect(due(page, '2040-04-30')).toEqual([
		'2:16 Node.js 40 reached its end of life on 2040-04-30. Review the page for the lines of today, then set `nodeVersions`.',
	]);
});

test('a line that nobody knows is due', () => {
	expect(due('---\nnodeVersions:\n  - 42\n  - 41\n---\n', '2040-01-01')).toEqual([
		'4:5 Node.js 41 is not among the known lines. Review the page for the lines of today, then set `nodeVersions`.',
	]);
});

test('images in code name lines that live', () => {
	const page = [
		'# Orders',
		'',
		'- Build:',
		'',
		'  ```dockerfile',
		'  FROM node:42-slim AS build',
		'  FROM docker.io/library/node:40.1-slim',
		'  ```',
		'',
		'```yaml',
		'image: node:41',
		'```',
		'',
	];
	for (const lineEnd of ['\n', '\r\n'])
		expect(due(page.join(lineEnd), '2041-01-01')).toEqual([
			'7:26 Node.js 40 reached its end of life on 2040-04-30. Name an image of a newer line instead of `node:40`.',
			'11:8 Node.js 41 is not among the known lines. Name an image of a newer line instead of `node:41`.',
		]);
});

test('what is no image is left alone, and so is a page that says nothing of itself', () => {
	const page =
		'# Orders\n\nUse `node:40`.\n\n```sh\ncurl http://node:40/ http://node:3000/ my-node:40\nnode -e "import(\'node:fs\')" node:latest node:400\n```\n';
	expect(due(page, '2050-01-01')).toEqual([]);
	expect(due('---\nnodeVersions: all\nlastReviewed: soon\n---\n', '2050-01-01')).toEqual([]);
});
