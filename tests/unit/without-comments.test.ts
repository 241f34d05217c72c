import { expect, test } from 'vitest';
import { withoutComments } from '../../src/checker/safety/without-comments.ts';

test.each([
	['size; // the size', 'size;  '],
	['size /* as a number */ + 1', 'size   + 1'],
	['a /* b */ c() /* d */', 'a   c()  '],
	['a("//", \'/* b */\') // c', 'a("//", \'/* b */\')  '],
	['// a\u2028steal()', ' \u2028steal()'],
	["'it\\'s /* no */ comment' // c", "'it\\'s /* no */ comment'  "],
])('%s', (code, bare) => {
	expect(withoutComments(code)).toBe(bare);
});

test.each([
	'total / count // a',
	'text.match(/[/*]/) + steal() + /[*/]/',
	'`${a /* b */}` // c',
	'<a>// {steal()}</a>',
	'a /* never closed',
	'"a // b\nsteal()',
])('%s stays as it is', (code) => {
	expect(withoutComments(code)).toBe(code);
});
