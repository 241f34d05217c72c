import { expect, test } from 'vitest';
import { differenceLines } from '../../src/reporters/difference-lines.ts';

const texts = (...differences: Parameters<typeof differenceLines>) =>
	differenceLines(...differences).map(({ text }) => text);

test('one line that differs is two lines, and nothing is nothing', () => {
	expect(texts([{ expected: ['save(order);'], found: ['save();'], line: 3 }])).toEqual([
		'- save(order);',
		'+ save();',
	]);
	expect(texts()).toEqual([]);
});

test('a side that has little to say leaves its room to the other', () => {
	const expected = ['open();', 'read();', 'check();', 'close();', 'log();'];
	expect(texts([{ expected, found: ['open();'], line: 3 }])).toEqual([
		...['- open();', '- read();', '- check();', '+ open();'],
		'… and 2 more lines differ',
	]);
	expect(texts([{ expected: [], found: expected, line: 3 }])).toEqual([
		...['+ open();', '+ read();', '+ check();', '+ close();'],
		'… and 1 more line differs',
	]);
});

test('later hunks say where they begin, and a fourth is only counted', () => {
	const hunk = (line: number) => ({ expected: ['open();'], found: ['close();'], line });
	expect(texts([hunk(3), hunk(8), hunk(12), hunk(20)])).toEqual([
		...['- open();', '+ close();'],
		...['line 8', '- open();', '+ close();'],
		...['line 12', '- open();', '+ close();'],
		'… and 1 more line differs',
	]);
});

test('lines are printable, and no longer than somebody would read', () => {
	const found = [`\tpay(\u202e);`, `const order = '${'x'.repeat(10_000)}';`];
	const [first, second] = texts([{ expected: [], found, line: 3 }]);
	expect(first).toBe('+   pay(\\u202e);');
	expect(second).toMatch(/^\+ const order = 'x+ …$/);
	expect(second!.length).toBeLessThan(210);
});
