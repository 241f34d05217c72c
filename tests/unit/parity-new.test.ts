import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ENGLISH, findings, folderOf, FOLDERS, FRENCH, parity, told } from './parity-command.ts';

const TWO = [...FOLDERS, '--locales', 'fr,pt-BR=pt-br'];
const start = (folder: string, ...args: readonly string[]) =>
	parity(folder, ['new', ...args, ...TWO]);

test('writes a page of which the check counts what is left to translate', () => {
	const folder = folderOf({ 'en/guide/orders.md': ENGLISH });
	const { status, stdout } = start(folder, 'fr', 'guide/orders');
	expect(status).toBe(0);
	expect(stdout).toContain('Wrote fr/guide/orders.md, with 2 texts to translate.');
	expect(readFileSync(join(folder, 'fr/guide/orders.md'), 'utf8')).toBe(`<!-- parity: translate -->
# Take orders

<!-- parity: translate -->
An order is stored before it is confirmed.

\`\`\`js
await store.save(order);
\`\`\`
`);
	expect(told(findings(folder, [...TWO, 'fr']))).toEqual([
		'fr/guide/orders.md untranslated-placeholder',
		'fr/guide/orders.md untranslated-placeholder',
	]);
});

test('uses the headings of the pages that exist', () => {
	const folder = folderOf({
		'en/orders.md': `${ENGLISH}\n## In short\n\nStore it.\n`,
		'fr/orders.md': `${FRENCH}\n## En bref\n\nEnregistrez-la.\n`,
		'en/bills.md': '# Write bills\n\n## In short\n\nAdd the orders.\n',
	});
	start(folder, 'fr', 'bills');
	expect(readFileSync(join(folder, 'fr/bills.md'), 'utf8')).toContain('\n\n## En bref\n\n');
});

test('marks code whose comments are to be translated', () => {
	const commented = ENGLISH.replace('await', '// The order must not be lost\nawait');
	const folder = folderOf({ 'en/orders.md': commented });
	start(folder, 'fr', 'orders');
	expect(readFileSync(join(folder, 'fr/orders.md'), 'utf8')).toContain(
		'<!-- parity: translate -->\n```js\n// The order must',
	);
});

test('leaves a file that exists as it is', () => {
	const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': 'Mine.' });
	const { status, stderr } = start(folder, 'fr', 'orders');
	expect(status).toBe(2);
	expect(stderr).toContain('`fr/orders.md` exists already, and is left as it is.');
	expect(readFileSync(join(folder, 'fr/orders.md'), 'utf8')).toBe('Mine.');
});

describe('understands', () => {
	test.each([
		...['guide/orders', 'guide/orders.md', 'en/guide/orders.md', './en/guide/orders.md'],
		...['fr/guide/orders.md', '/guide/orders/'],
	])('%s', (page) => {
		const folder = folderOf({ 'en/guide/orders.md': ENGLISH });
		expect(start(folder, 'fr', page).status).toBe(0);
		expect(existsSync(join(folder, 'fr/guide/orders.md'))).toBe(true);
	});

	test('the folder of an index', () => {
		const folder = folderOf({ 'en/guide/index.md': ENGLISH });
		expect(start(folder, 'fr', 'guide').status).toBe(0);
		expect(existsSync(join(folder, 'fr/guide/index.md'))).toBe(true);
	});

	test.each(['pt-BR', 'pt-br', 'PT-BR'])('%s', (locale) => {
		const folder = folderOf({ 'en/orders.md': ENGLISH });
		expect(start(folder, locale, 'orders').status).toBe(0);
		expect(existsSync(join(folder, 'pt-br/orders.md'))).toBe(true);
	});

	test('languages that are a part of the name of a file', () => {
		const folder = folderOf({ 'docs/orders.md': ENGLISH });
		const layout = ['--source', 'docs/{page}.md', '--target', 'docs/{page}.{locale}.md'];
		expect(parity(folder, ['new', 'fr', 'orders', ...layout, '--locales', 'fr']).status).toBe(0);
		expect(existsSync(join(folder, 'docs/orders.fr.md'))).toBe(true);
	});
});

describe('refuses, and names what was most likely meant:', () => {
	test.each([
		[['pt', 'orders'], 'There is no language `pt`.\nDid you mean `pt-br`?'],
		[['de', 'orders'], 'There is no language `de`.\nThe languages are fr, pt-br.'],
		[['en', 'orders'], '`en` is the language of the source.\nThe languages are fr, pt-br.'],
		[['fr', 'ordres'], 'There is no page `ordres` at `en/{page}`.\nDid you mean `orders.md`?'],
		[['fr', 'guide/orders'], 'There is no page `guide/orders` at `en/{page}`.\nDid you mean'],
		[['fr'], 'It is not said which page to write.'],
		[[], 'It is not said which language and page to write.'],
		[['fr', 'orders', 'bills'], 'One page at a time is written.'],
		[['fr', 'orders', '--locale'], 'There is no option `--locale`.\nDid you mean `--locales`?'],
	])('%j', (args, words) => {
		const { status, stderr } = start(folderOf({ 'en/orders.md': ENGLISH }), ...args);
		expect(stderr).toContain(words);
		expect(status).toBe(2);
	});
});

test('refuses a source that has to be mended first, and says why', () => {
	const folder = folderOf({ 'en/orders.md': `---\ntitle: "Orders\n---\n\n${ENGLISH}` });
	const { status, stderr } = start(folder, 'fr', 'orders');
	expect(status).toBe(2);
	expect(stderr).toContain('`en/orders.md` has to be mended first: nothing was written.\n  ');
	expect(existsSync(join(folder, 'fr'))).toBe(false);
});
