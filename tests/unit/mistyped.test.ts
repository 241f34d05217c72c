import { expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import { soundLink } from '../../src/checker/mistyped/link.ts';
import { openingOf } from '../../src/checker/mistyped/callout.ts';
import { firstOfItems, spacedItem, spacedItems } from '../../src/checker/mistyped/list.ts';
import { tableRule } from '../../src/checker/mistyped/table.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: () => [],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-22',
});

function file(locale: string, text: string) {
	return { path: `${locale}/a.md`, locale, page: 'a.md', text };
}

test.each([
	['1.Stop', '1. Stop'],
	['  -Stop here', '  - Stop here'],
	['> 12)Stop', '> 12) Stop'],
	['*Stop **now**', '* Stop **now**'],
	['• Stop', '- Stop'],
	['—Stop', '- Stop'],
	['１、停止', '1. 停止'],
	['3）停止', '3) 停止'],
	['-[ ] Stop', '- [ ] Stop'],
])('%j is meant as the item %j', (line, item) => {
	expect(spacedItem(line)).toBe(item);
});

test.each([
	'- Stop',
	'1. Stop',
	'*Stop* now',
	'**Stop** now',
	'-1 degree',
	'1.5 litres',
	'--help',
	'---',
	'+=',
	'',
	'-a, --all',
	'-n *NUMBER*',
])('%j is no item that lacks its marker', (line) => {
	expect(spacedItem(line)).toBeUndefined();
});

test('items end at a sound one, or at a blank line that none follows', () => {
	expect(spacedItems(['-a', '  b', '-c', '- d', '-e'])).toEqual(['- a', '  b', '- c']);
	expect(spacedItems(['1.a', '', '2.b', '', 'c'])).toEqual(['1. a', '', '2. b']);
	expect(spacedItems(['a', '-b'])).toEqual([]);
});

test('the first of the items is found from any of them', () => {
	const lines = ['a', '', '1.b', '', '2.c', 'd', '3.e'];
	expect(firstOfItems(lines, 6)).toBe(2);
	expect(firstOfItems(['- a', '-b'], 1)).toBe(1);
});

test.each([
	[['| a | b |', '| --- |', '| 1 | 2 |'], '| --- | --- |', '| --- |'],
	[['| a | b |', '|:---|---:|:-:|', '| 1 | 2 |'], '| :--- | ---: |', '|:---|---:|:-:|'],
	[['| a | b |', '| —— | —— |', '| 1 | 2 |'], '| --- | --- |', '| —— | —— |'],
	[['> | a \\| b | c |', '> | 1 | 2 |', '> | 3 | 4 |'], '> | --- | --- |', undefined],
])('%j are lines of a table', (lines, expected, found) => {
	expect(tableRule(lines)).toMatchObject({ expected, found });
});

test.each([
	[['a', 'b']],
	[['a | b', 'c']],
	[['a | b', '- | -', 'c | d']],
	[['| - | - |', '| c | d |', '| e | f |']],
	[['| a |', 'and | more']],
	[[]],
])('%j are no lines of a table', (lines) => {
	expect(tableRule(lines)).toBeUndefined();
});

test('a link gets brackets that touch', () => {
	expect(soundLink('[a\nb] (c.md)')).toBe('[a\nb](c.md)');
	expect(soundLink('！【a】（b.png）')).toBe('![a](b.png)');
	expect(soundLink('! [a](b.png "A plan")')).toBe('![a](b.png "A plan")');
});

test('what is mistyped is told of files with Windows line ends, too', async () => {
	const inWindows = (locale: string, text: string) => file(locale, text.replaceAll('\n', '\r\n'));
	const findings = await checker.checkPage({
		source: inWindows('en', '# A\n\n- one\n- two\n\n| a | b |\n| - | - |\n| c | d |\n'),
		targets: [inWindows('fr', '# A\n\n-un\n-deux\n\n| a | b |\n| - |\n| c | d |\n')],
	});
	expect(findings.map(({ ruleId, messageId, data }) => [ruleId, messageId, data.expected])).toEqual(
		[
			['list-drift', 'mistyped-several', '- un'],
			['table-drift', 'mistyped', '| - | --- |'],
		],
	);
});

test('an address that the words of a mistyped link hold is told for itself', async () => {
	const findings = await checker.checkPage({
		source: file('en', '# A\n\nRead [the guide](https://kitchen.example/guide).\n'),
		targets: [
			file('fr', '# A\n\nLisez [https://thief.example/] (https://kitchen.example/guide).\n'),
			file('es', '# A\n\nLea 【la guía】（https://kitchen.example/guide）.\n'),
		],
	});
	expect(findings.map(({ locale, messageId, data }) => [locale, messageId, data.found])).toEqual([
		['fr', 'mistyped', '[https://thief.example/] (https://kitchen.example/guide)'],
		['fr', 'extra', 'https://thief.example/'],
		['es', 'mistyped', '【la guía】（https://kitchen.example/guide）'],
	]);
});

test.each([
	['!!! tip «Keep it»', '!!! tip "Keep it"'],
	['!!! note inline end « Keep it »', '!!! note inline end "Keep it"'],
	['    ???+ note “Keep it”', '    ???+ note "Keep it"'],
	['=== „npm“', '=== "npm"'],
	['/// tip｜Keep it', '/// tip | Keep it'],
	['!!! tip "Keep “it”"', undefined],
	['!!! tip', undefined],
	['/// tip | Keep ｜ it', undefined],
	['“Keep it”', undefined],
])('%j as a callout opens', (line, opening) => {
	expect(openingOf(line)).toBe(opening);
});

test.each([
	['a.md', '<https://kettle.example/>'],
	['a.mdx', '[https://kettle.example/](https://kettle.example/)'],
])('%s: an address that takes in the text behind it is told once', async (page, expected) => {
	const english = '# A\n\nOpen https://kettle.example/ (or [the menu](menu.md)).\n';
	const told = async (text: string) => {
		const findings = await checker.checkPage({
			source: { ...file('en', english), path: `en/${page}`, page },
			targets: [{ ...file('zh', text), path: `zh/${page}`, page }],
		});
		return findings.map(({ messageId, data, range }) => [
			messageId,
			data.expected,
			range?.start.column,
		]);
	};
	const chinese = '# 甲\n\n打开 https://kettle.example/（或[菜单](menu.md)）。\n';
	expect(await told(chinese)).toEqual([['mistyped-end', expected, 4]]);
	expect(await told(chinese.replace('https://kettle.example/', expected))).toEqual([]);
});
