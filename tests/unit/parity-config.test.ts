import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROKEN, ENGLISH, findings, folderOf, FRENCH, parity, told } from './parity-command.ts';

const pages = { 'en/take.md': ENGLISH, 'fr/take.md': BROKEN, 'es/take.md': BROKEN };
const WHERE = `source: 'en/{page}', target: '{locale}/{page}', locales: ['fr']`;

/** A folder with pages and a configuration. */
function configured(text: string, name = 'parity.config.ts'): string {
	return folderOf({ ...pages, [name]: text });
}

/** What the command says about a configuration that it cannot use. */
function refusal(text: string): string {
	const folder = configured(text);
	const { status, stdout, stderr } = parity(folder, ['check']);
	expect([status, stdout]).toEqual([2, '']);
	return stderr.replaceAll(folder, '<folder>');
}

test.each(['ts', 'mts', 'js', 'mjs'])(
	'a configuration in %s is used where it lies',
	(extension) => {
		const folder = configured(`export default { ${WHERE} };\n`, `parity.config.${extension}`);
		expect(told(findings(folder, []))).toEqual(['fr/take.md code-drift']);
	},
);

test('a configuration above the working folder is used where it lies', () => {
	const folder = configured(`export default { ${WHERE} };\n`);
	expect(told(findings(join(folder, 'fr'), []))).toEqual(['fr/take.md code-drift']);
});

test('types in a configuration are allowed', () => {
	const folder = configured(
		`const locales: readonly string[] = ['fr'];\nexport default { ${WHERE}, locales } satisfies object;\n`,
	);
	expect(told(findings(folder, []))).toEqual(['fr/take.md code-drift']);
});

test('options come before the configuration', () => {
	const folder = configured(`export default { ${WHERE}, rules: { 'code-drift': 'off' } };\n`);
	expect(told(findings(folder, []))).toEqual([]);
	expect(told(findings(folder, ['--rule', 'code-drift=error']))).toEqual(['fr/take.md code-drift']);
	expect(told(findings(folder, ['--rule', 'code-drift=error', '--locales', 'es']))).toEqual([
		'es/take.md code-drift',
	]);
	expect(findings(folder, ['--source', 'fr/{page}', '--locales', 'es']).findings).toEqual([]);
});

test('a language keeps the folder that the configuration gives it', () => {
	const folder = folderOf({
		...pages,
		'brazil/take.md': BROKEN,
		'parity.config.ts': `export default { ${WHERE}, locales: ['fr', 'pt-BR=brazil'] };\n`,
	});
	expect(told(findings(folder, ['--locales', 'pt-br']))).toEqual(['brazil/take.md code-drift']);
});

test('a baseline lies beside the configuration that names it', () => {
	const folder = configured(`export default { ${WHERE}, baseline: 'accepted.json' };\n`);
	expect(parity(folder, ['check']).stderr).toContain(join(folder, 'accepted.json'));
	expect(parity(folder, ['check', '--update-baseline']).status).toBe(0);
	expect(parity(folder, ['check']).status).toBe(0);
});

test('a policy reaches the rules', () => {
	const link = (address: string) => `\n[docs](${address})\n`;
	const folder = (own: string) =>
		folderOf({
			'en/take.md': ENGLISH + link('https://orders.example/a'),
			'fr/take.md': FRENCH + link('https://commandes.example/b'),
			'parity.config.ts': `export default { ${WHERE}${own} };\n`,
		});
	expect(told(findings(folder(''), []))).toEqual(['fr/take.md link-drift']);
	expect(told(findings(folder(`, externalLinks: 'ignore'`), []))).toEqual([]);
});

test('unknown keys and rules are told with the nearest one', () => {
	expect(refusal(`export default { ${WHERE}, sorce: 'a' };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  There is no key \`sorce\`. Did you mean \`source\`?
		"
	`);
	expect(refusal(`export default { ${WHERE}, xyzzy: 'a', locale: ['fr'] };`))
		.toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  There is no key \`xyzzy\`. There are source, target, sourceLocale, locales, rules, anchors, externalLinks, strings, translatedKeys, localKeys, sourceOnlyComponents, typography, baseline.
		  There is no key \`locale\`. Did you mean \`locales\`?
		"
	`);
	expect(refusal(`export default { ${WHERE}, rules: { 'code-drfit': 'off' } };`))
		.toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  There is no rule \`code-drfit\`. Did you mean \`code-drift\`?
		"
	`);
});

test('what is unsafe stays an error, whatever the configuration says', () => {
	expect(refusal(`export default { ${WHERE}, rules: { 'unsafe-html': 'off' } };`))
		.toMatchInlineSnapshot(`
			"parity: \`parity.config.ts\` cannot be used:
			  \`rules.unsafe-html\`: what is unsafe stays an error, since anybody's pull request can change this file. Remove the key, or pass --rule unsafe-html=off for one run.
			"
		`);
	expect(refusal(`export default { ${WHERE}, rules: { 'unsafe-mdx': 'warning' } };`)).toContain(
		'`rules.unsafe-mdx`: what is unsafe stays an error',
	);
	const folder = folderOf({
		...pages,
		'fr/take.md': `${FRENCH}\n<script>pay()</script>\n`,
		'parity.config.ts': `export default { ${WHERE}, rules: { 'unsafe-html': 'error' } };\n`,
	});
	expect(told(findings(folder, []))).toEqual(['fr/take.md unsafe-html']);
	// Whoever types the command decides.
	expect(told(findings(folder, ['--rule', 'unsafe-html=off']))).toEqual([]);
});

test('wrong values are told with what is expected and what was found', () => {
	expect(refusal(`export default { ${WHERE}, rules: { 'code-drift': 'warn' } };`))
		.toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  \`rules.code-drift\`: expected \`off\` or \`warning\` or \`error\`, found \`"warn"\`.
		"
	`);
	expect(refusal(`export default { ${WHERE}, locales: 'fr' };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  \`locales\`: expected a list such as \`['fr', 'es']\`, found \`"fr"\`.
		"
	`);
	expect(refusal(`export default { ${WHERE}, locales: ['fr', 7] };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  \`locales.1\`: expected a text, found \`7\`.
		"
	`);
	expect(refusal(`export default { ${WHERE}, source: () => 'a' };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  \`source\`: expected a text, found a function.
		"
	`);
	expect(refusal(`export default { ${WHERE}, anchors: null };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  \`anchors\`: expected \`ignore\` or \`compare\`, found \`null\`.
		"
	`);
	expect(refusal(`export default 'fr';`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be used:
		  The configuration: expected keys and values, found \`"fr"\`.
		"
	`);
	expect(refusal(`export default { ${WHERE}, locales: ['pt_BR'] };`)).toMatchInlineSnapshot(`
		"parity: \`pt_BR\` of locales is no language tag.
		Write \`pt-BR\`, or \`pt-BR=pt_BR\` if the folder is called so.
		"
	`);
	expect(refusal(`export default { ${WHERE}, target: '{lang}/{page}' };`)).toMatchInlineSnapshot(`
		"parity: The pattern of target cannot be used.
		\`{lang}/{page}\` has the placeholder \`{lang}\`. Use \`{page}\` and \`{locale}\`.
		"
	`);
	expect(refusal(`export default { source: 'en/{page}' };`)).toMatchInlineSnapshot(`
		"parity: It is not said where the pages lie: --target and --locales are missing.
		Write, for example, parity check --source 'en/{page}' --target '{locale}/{page}' --locales fr,es, or put it into parity.config.ts.
		"
	`);
});

test('a file that is no configuration is told in a sentence', () => {
	expect(refusal(`export const config = { ${WHERE} };`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` exports nothing by default.
		Write \`export default { … }\`.
		"
	`);
	expect(refusal(`throw new Error('The vault is locked.\\nAsk Ada.');`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be loaded: The vault is locked.
		Correct it, or remove it to use the defaults.
		"
	`);
	expect(refusal(`import './orders.ts';\nexport default {};`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be loaded: Cannot find module '<folder>/orders.ts' imported from <folder>/parity.config.ts.
		Correct it, or remove it to use the defaults.
		"
	`);
	expect(refusal(`throw undefined;`)).toMatchInlineSnapshot(`
		"parity: \`parity.config.ts\` cannot be loaded: undefined.
		Correct it, or remove it to use the defaults.
		"
	`);
	expect(refusal(`export default {`)).toMatch(/^parity: `parity\.config\.ts` cannot be loaded: /);
});
