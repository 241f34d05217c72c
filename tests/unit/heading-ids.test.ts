import { expect, test } from 'vitest';
import { align } from '../../src/checker/align.ts';
import { headingIds } from '../../src/checker/links/heading-ids.ts';
import { parsePage, type Page } from '../../src/checker/page.ts';

const page = (locale: string, text: string): Page =>
	parsePage({ path: `${locale}/a.md`, locale, page: 'a.md', text });
const ids = (target: string, source: string): string[] =>
	headingIds(page('fr', target), page('en', source));

test('the source page has the ids of its own words', () => {
	const source = page('en', '# Orders\n\n## How to check\n\n## How to check\n');
	expect(headingIds(source, source)).toEqual(['how-to-check', 'how-to-check-1']);
});

test('a translation has the source’s ids by position', () => {
	expect(ids('## Prendre\n### Vérifier\n## Donner\n', '## Take\n### Check\n## Give\n')).toEqual([
		'take',
		'check',
		'give',
	]);
});

test('position decides even where the sections hold different things', () => {
	expect(ids('## A\n\n[x](y.md)\n\n## B\n', '## Take\n\n## Give\n\n[x](y.md)\n')).toEqual([
		'take',
		'give',
	]);
});

test('a dropped section does not shift those behind it', () => {
	const source = '## Take\n```js\n```\n## Give\n```sh\n```\n## Check\n[x](https://a.example)\n';
	expect(ids('## Prendre\n```js\n```\n## Vérifier\n[x](https://a.example)\n', source)).toEqual([
		'take',
		'check',
	]);
});

test('an added section keeps the id of its own words, and takes none of the source’s', () => {
	expect(ids('## Prendre\n## Take\n### Plus\n', '## Take\n')).toEqual(['take', 'take-1', 'plus']);
});

test('alignment never crosses and never matches different levels', () => {
	const source = [2, 3, 3, 2, 4].map((depth) => ({ depth, marks: [] }));
	const target = [3, 2, 3, 4, 2].map((depth) => ({ depth, marks: [] }));
	const matched = align(source, target).filter((index) => index >= 0);
	expect(matched).toEqual([...new Set(matched)].sort((a, b) => a - b));
	align(source, target).forEach((index, position) => {
		if (index >= 0) expect(source[index]?.depth).toBe(target[position]?.depth);
	});
});
