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

test('a grammar is found under its names', async () => {
	const grammars = createGrammars();
	const nameOf = (tag: string | undefined): Promise<string | undefined> =>
		grammars.use(({ find }) => find(tag)?.name);
	expect(await nameOf('js{1}')).toBe('javascript');
	expect(await nameOf('DOCKERFILE')).toBe('docker');
	expect(await nameOf('golang')).toBe('go');
	for (const tag of ['no-such-language', 'text', '', undefined])
		expect(await nameOf(tag)).toBeUndefined();
});

test('work is done again with what it asked for, and once where it asks for nothing', async () => {
	const grammars = createGrammars();
	const asked: string[][] = [];
	const names = await grammars.use(({ find }) => {
		const found = ['js', 'no-such-language'].map((tag) => find(tag)?.name ?? 'none');
		// What the second round asks for is known to the first one only.
		if (found[0] === 'javascript') found.push(find('sql')?.name ?? 'none');
		asked.push(found);
		return found;
	});
	expect(names).toEqual(['javascript', 'none', 'sql']);
	expect(asked).toEqual([['none', 'none'], ['javascript', 'none', 'none'], names]);
	let rounds = 0;
	await grammars.use(() => rounds++);
	expect(rounds).toBe(1);
});

test('two that load at once both wait', async () => {
	const grammars = createGrammars();
	const load = (): Promise<string | undefined> => grammars.use(({ find }) => find('ts')?.name);
	expect(await Promise.all([load(), load()])).toEqual(['typescript', 'typescript']);
});

test.each([
	['as the highlighter lists them', (names: readonly string[]) => names],
	['backwards', (names: readonly string[]) => names.toReversed()],
])(
	'every grammar of the highlighter can be loaded after every other, %s',
	async (_, order) => {
		const grammars = createGrammars();
		const names = order(Object.keys(bundledLanguages));
		const missing: string[] = [];
		// One after the other: a grammar that holds others may have looked for them before they came.
		for (const name of names)
			if (!(await grammars.use(({ find }) => find(name)))) missing.push(name);
		expect(missing.filter((name) => familyOf(tagName(name)) === 'grammar')).toEqual([]);
		const php = await grammars.use(({ find }) => find('php'));
		expect(php!.read(['<?php', '// one']).lines).toHaveLength(2);
	},
	60_000,
);

test('code under an unknown tag is read by a grammar that fits', async () => {
	const grammars = createGrammars();
	const [source, target] = ['take(id); // one', 'take(id); // un'].map((code) =>
		block('no-such-language', code),
	);
	const { verdict } = await grammars.use((found) => compareCode(source!, target!, found));
	expect(verdict).toBe('comments');
});

test('code within an example is read by its own grammar, whichever it is', async () => {
	const [source, target] = ['take', 'drop'].map((name) =>
		block('md', `# Orders\n\n\`\`\`clojure\n(${name} id)\n\`\`\`\n`),
	);
	const { verdict } = await createGrammars().use((found) => compareCode(source!, target!, found));
	expect(verdict).toBe('code');
});

test('equal lines in an equal state are read once', async () => {
	const grammars = createGrammars();
	const grammar = (await grammars.use(({ find }) => find('js')))!;
	const first = grammar.read(['take();', 'say(`a', 'b`);', 'take();']);
	const second = grammar.read(['take();', 'say(`a', 'b`);', 'take();']);
	expect(second.state).toBe(first.state);
	for (const [i, line] of second.lines.entries()) expect(line).toBe(first.lines[i]);
});

test('without a grammar, code is compared as text', () => {
	const none = { find: () => undefined };
	const compare = (target: string): string =>
		compareCode(block('js', 'take(orderId);'), block('js', target), none).verdict;
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
	const started = performance.now();
	const { verdict } = await grammars.use((found) =>
		compareCode(block(language, source), block(language, target), found),
	);
	expect(verdict).not.toBe('same');
	expect(performance.now() - started).toBeLessThan(5_000);
});
