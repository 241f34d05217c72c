import { expect, test } from 'vitest';
import { commentsOf } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';

const grammars = createGrammars();

async function comments(
	language: string | undefined,
	...lines: readonly string[]
): Promise<string[]> {
	const block = { language, meta: '', code: lines.join('\n') };
	const comments = await grammars.use((found) => commentsOf(block, found));
	return comments.map(({ line, column, text }) => `${line}:${column} ${text}`);
}

test('comments have their place and no markers', async () => {
	expect(await comments('js', "say('// no'); // Say it", 'take(); /* Take it */')).toEqual([
		'0:14 Say it',
		'1:8 Take it',
	]);
	expect(await comments('sql', 'SELECT 1; -- One')).toEqual(['0:10 One']);
	expect(await comments('html', '<!-- An order -->', '<p>Order</p>')).toEqual(['0:0 An order']);
	expect(await comments('python', 'def take():', '    """Take it."""')).toEqual(['1:4 Take it.']);
});

test('comments that fill adjacent lines are one', async () => {
	const lines = ['  // Take the order', '  // and ship it', 'take();', '/**', ' * Ship it.', ' */'];
	expect(await comments('js', ...lines)).toEqual([
		'0:2 Take the order\nand ship it',
		'4:0 Ship it.',
	]);
});

test('a shebang is no comment, and empty comments are none', async () => {
	expect(await comments('sh', '#!/bin/sh', '#', 'npm ci # Clean')).toEqual(['2:7 Clean']);
});

test('code without a tag has comments, text has none', async () => {
	expect(await comments(undefined, 'const id = take(); // Now', 'ship(id);')).toEqual(['0:19 Now']);
	expect(await comments('text', '# no comment')).toEqual([]);
});
