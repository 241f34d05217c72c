import { expect, test } from 'vitest';
import { columns, wrap, wrapCode } from '../../src/reporters/wrap.ts';

test('sentences break at spaces, and words that are too long stay whole', () => {
	expect(wrap('Copy it from the source.', 12)).toEqual(['Copy it from', 'the source.']);
	expect(wrap('See content/en/orders/take.md now', 10)).toEqual([
		...['See', 'content/en/orders/take.md', 'now'],
	]);
	expect(wrap('', 10)).toEqual(['']);
});

test('code breaks anywhere, and keeps its spaces', () => {
	expect(wrapCode('  a  =  b', 4)).toEqual(['  a ', ' =  ', 'b']);
	expect(wrapCode('注文を保存', 4)).toEqual(['注文', 'を保', '存']);
	expect(wrapCode('', 4)).toEqual(['']);
});

test.each([
	['orders', 6],
	['e\u0301te\u0301', 3],
	['注文', 4],
	['🧺', 2],
	['👩‍🍳 ok', 5],
])('%s takes %i columns', (text, expected) => {
	expect(columns(text)).toBe(expected);
});
