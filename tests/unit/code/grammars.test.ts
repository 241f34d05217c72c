import { bundledLanguages } from 'shiki/langs';
import { expect, test } from 'vitest';
import { compareCode, type CodeText } from '../../../src/checker/code/compare-code.ts';
import { createGrammars } from '../../../src/checker/code/grammars.ts';
import { familyOf, tagName } from '../../../src/checker/code/language-tags.ts';

const block = (language: string | undefined, code: string): CodeText => ({
	language,
	meta: '',
	code,
});

test('a grammar is found under its names once it is loaded', async () => {
	const grammars = createGrammars();
	expect(grammars.find('js')).toBeUndefined();
	await grammars.load(['js', 'Dockerfile', 'golang', 'no-such-language', undefined]);
	expect(grammars.find('js{1}')?.name).toBe('javascript');
	expect(grammars.find('DOCKERFILE')?.name).toBe('docker');
	expect(grammars.find('golang')?.name).toBe('go');
	expect(grammars.find('no-such-language')).toBeUndefined();
});

test('two that load at once both wait', async () => {
	const grammars = createGrammars();
	await Promise.race([grammars.load(['ts']), grammars.load(['ts'])]);
	expect(grammars.find('ts')?.name).toBe('typescript');
});

test.each([
	['as the highlighter lists them', (names: readonly string[]) => names],
	['backwards', (names: readonly string[]) => names.toReversed()],
])(
	'every grammar of the highlighter can be loaded after every other, %s',
	async (_, order) => {
		const grammars = createGrammars();
		const names = order(Object.keys(bundledLanguages));
		// One after the other: a grammar that holds others may have looked for them before they came.
		for (const name of names) await grammars.load([name]);
		const isFound = (name: string): boolean =>
			grammars.find(name) !== undefined || familyOf(tagName(name)) !== 'grammar';
		expect(names.filter((name) => !isFound(name))).toEqual([]);
		expect(grammars.find('php')!.read(['<?php', '// one']).lines).toHaveLength(2);
	},
	60_000,
);

test('code under an unknown tag is read by a grammar that fits', async () => {
	const grammars = createGrammars();
	await grammars.load(['no-such-language']);
	const [source, target] = ['take(id); // one', 'take(id); // un'].map((code) =>
		block('no-such-language', code),
	);
	expect(compareCode(source!, target!, grammars).verdict).toBe('comments');
});

test('equal lines in an equal state are read once', async () => {
	const grammars = createGrammars();
	await grammars.load(['js']);
	const grammar = grammars.find('js')!;
	const first = grammar.read(['take();', 'say(`a', 'b`);', 'take();']);
	const second = grammar.read(['take();', 'say(`a', 'b`);', 'take();']);
	expect(second.state).toBe(first.state);
	for (const [i, line] of second.lines.entries()) expect(line).toBe(first.lines[i]);
});

test('without a grammar, code is compared as text', () => {
	const grammars = createGrammars();
	const compare = (target: string): string =>
		compareCode(block('js', 'take(orderId);'), block('js', target), grammars).verdict;
	expect(compare('take(orderId);')).toBe('same');
	expect(compare('take(otherId);')).toBe('strings');
});

test.each([
	['a line of a megabyte', 'js', "take('a'); ".repeat(100_000), "take('b'); ".repeat(100_000)],
	['brackets in text', 'md', '[('.repeat(40_000), '[{'.repeat(40_000)],
	['brackets in a diagram', 'mermaid', '[('.repeat(40_000), '[{'.repeat(40_000)],
	['many lines', 'js', 'take(1);\n'.repeat(20_000), 'take(2);\n'.repeat(20_000)],
	['open brackets', 'js', '{\n'.repeat(1_000), '{\n'.repeat(1_001)],
	['half a character', 'js', "say('\ud800'); // \udfff", "say('\udfff'); // \ud800"],
])('%s ends in time', async (_, language, source, target) => {
	const grammars = createGrammars();
	await grammars.load([language]);
	const started = performance.now();
	const { verdict } = compareCode(block(language, source), block(language, target), grammars);
	expect(verdict).not.toBe('same');
	expect(performance.now() - started).toBeLessThan(5_000);
});
