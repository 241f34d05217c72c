import { beforeAll, expect, test } from 'vitest';
import { commentsOf } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';

const grammars = createGrammars();
beforeAll(() => grammars.load(['js', 'sh', 'sql', 'html', 'python', undefined]));

function comments(language: string | undefined, ...lines: readonly string[]): string[] {
	const block = { language, meta: '', code: lines.join('\n') };
	return commentsOf(block, grammars).map(({ line, column, text }) => `${line}:${column} ${text}`);
}

test('comments have their place and no markers', () => {
	expect(comments('js', "say('// no'); // Say it", 'take(); /* Take it */')).toEqual([
		'0:14 Say it',
		'1:8 Take it',
	]);
	expect(comments('sql', 'SELECT 1; -- One')).toEqual(['0:10 One']);
	expect(comments('html', '<!-- An order -->', '<p>Order</p>')).toEqual(['0:0 An order']);
	expect(comments('python', 'def take():', '    """Take it."""')).toEqual(['1:4 Take it.']);
});

test('comments that fill adjacent lines are one', () => {
	const lines = ['  // Take the order', '  // and ship it', 'take();', '/**', ' * Ship it.', ' */'];
	expect(comments('js', ...lines)).toEqual(['0:2 Take the order\nand ship it', '4:0 Ship it.']);
});

test('a shebang is no comment, and empty comments are none', () => {
	expect(comments('sh', '#!/bin/sh', '#', 'npm ci # Clean')).toEqual(['2:7 Clean']);
});

test('code without a tag has comments, text has none', () => {
	expect(comments(undefined, 'const id = take(); // Now', 'ship(id);')).toEqual(['0:19 Now']);
	expect(comments('text', '# no comment')).toEqual([]);
});
