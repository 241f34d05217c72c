import { expect, test } from 'vitest';
import { rulesBroken } from './rules-broken.ts';

test('a name of parts in two scripts deceives nobody, unless a part looks Latin', async () => {
	const english = '# Branches\n\nCall it `number_order`, as `main` is called.\n';
	const russian = (name: string) => `# Ветки\n\nНазовите её \`${name}\`, как названа \`main\`.\n`;
	const broken = (name: string) => rulesBroken('ru', english, russian(name));
	expect(await broken('номер_order')).toEqual(['3 inline-code-drift']);
	expect(await broken('numbеr_order')).toEqual(['3 unsafe-characters']);
	expect(await broken('сору_order')).toContain('3 unsafe-characters');
});

test('an invisible character of the source stays one of the source in code that differs elsewhere', async () => {
	const code = (...lines: readonly string[]) =>
		['# Код', '', '```js', ...lines, '```', ''].join('\n');
	const lines = ["ring('bell');\u2028", "serve('soup');"];
	expect(await rulesBroken('ru', code(...lines), code(lines[0]!, '', lines[1]!))).toEqual([]);
	expect(await rulesBroken('ru', code(...lines), code(lines[0]!, `\u2028${lines[1]!}`))).toEqual([
		'5 unsafe-characters',
	]);
});
