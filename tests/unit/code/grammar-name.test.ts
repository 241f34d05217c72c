import { bundledLanguagesInfo } from 'shiki/langs';
import { expect, test } from 'vitest';
import { ALIASES, grammarName } from '../../../src/checker/code/grammar-name.ts';

test('two names of one language have one grammar', () => {
	expect(['js', 'yml', 'sh', 'bash', 'py', 'md'].map(grammarName)).toEqual(
		['javascript', 'yaml', 'bash', 'shell', 'python', 'markdown'].map(grammarName),
	);
});

test('JSX, JSON with comments and another language have others', () => {
	const names = ['js', 'jsx', 'ts', 'tsx', 'json', 'jsonc', 'text', 'diff', 'mermaid', 'mmd'];
	expect(new Set(names.map(grammarName)).size).toBe(names.length);
});

test('the highlighter knows each alias as we do', () => {
	const names = new Map(
		bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id])),
	);
	for (const [name, aliases] of Object.entries(ALIASES))
		for (const alias of aliases.split(' '))
			expect([alias, names.get(alias)]).toEqual([alias, name]);
});
