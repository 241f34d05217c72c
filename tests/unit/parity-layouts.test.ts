import { expect, test } from 'vitest';
import { BROKEN, ENGLISH, findings, FOLDERS, folderOf, FRENCH, told } from './parity-command.ts';

/** Findings of a corpus in which exactly one French page lost something. */
function run(
	files: Readonly<Record<string, string>>,
	[source, target, locales]: readonly [string, string, string],
) {
	const where = ['--source', source, '--target', target, '--locales', locales];
	const { findings: all, summary } = findings(folderOf(files), where);
	return {
		pages: summary.pages,
		pairs: summary.pairs,
		told: all.map(({ ruleId, target, page }) => `${target?.path ?? 'none'} ${page} ${ruleId}`),
	};
}

const one = (path: string, page: string) => ({
	pages: 1,
	pairs: 1,
	told: [`${path} ${page} code-drift`],
});

test('folders by locale', () => {
	expect(
		run({ 'en/orders/take.md': ENGLISH, 'fr/orders/take.md': BROKEN }, [
			'en/{page}',
			'{locale}/{page}',
			'fr',
		]),
	).toEqual(one('fr/orders/take.md', 'orders/take.md'));
});

test('a folder that is not called as the tag', () => {
	const files = { 'en/take.md': ENGLISH, 'brazil/take.md': BROKEN };
	expect(run(files, ['en/{page}', '{locale}/{page}', 'pt-BR=brazil'])).toEqual(
		one('brazil/take.md', 'take.md'),
	);
	expect(run(files, ['./en/{page}', './{locale}/{page}', 'pt-br=brazil'])).toEqual(
		one('brazil/take.md', 'take.md'),
	);
});

test('the locale in the name of the file; extensions spelled out are no part of the page', () => {
	const suffix = ['sections/{page}.md', 'sections/{page}.{locale}.md'] as const;
	expect(
		run({ 'sections/orders/take.md': ENGLISH, 'sections/orders/take.fr.md': BROKEN }, [
			...suffix,
			'fr',
		]),
	).toEqual(one('sections/orders/take.fr.md', 'orders/take'));
	expect(
		run({ 'sections/take.md': ENGLISH, 'sections/take.french.md': BROKEN }, [
			...suffix,
			'fr=french',
		]),
	).toEqual(one('sections/take.french.md', 'take'));
});

test('translations in languages that were not asked for are no source pages', () => {
	expect(
		run(
			{
				'sections/take.md': ENGLISH,
				'sections/take.french.md': BROKEN,
				'sections/take.brazilian-portuguese.md': FRENCH,
				'sections/take.japanese.md': FRENCH,
				'sections/take.zh-CN.md': FRENCH,
			},
			['sections/{page}.md', 'sections/{page}.{locale}.md', 'fr=french'],
		),
	).toEqual(one('sections/take.french.md', 'take'));
	expect(
		run({ 'docs/take.md': ENGLISH, 'docs/fr/take.md': BROKEN, 'docs/es/take.md': FRENCH }, [
			'docs/{page}',
			'docs/{locale}/{page}',
			'fr',
		]),
	).toEqual(one('docs/fr/take.md', 'take.md'));
});

test('source pages that only look like translations stay source pages', () => {
	const files = {
		'docs/index.md': ENGLISH,
		'docs/fr/index.md': FRENCH,
		'docs/ts/index.md': ENGLISH,
		'docs/ts/setup.md': ENGLISH,
		'docs/ts/types.md': ENGLISH,
	};
	expect(run(files, ['docs/{page}', 'docs/{locale}/{page}', 'fr']).pages).toBe(4);
	const versions = { 'take.md': ENGLISH, 'take.basic.md': ENGLISH, 'take.fr.md': FRENCH };
	expect(run(versions, ['{page}.md', '{page}.{locale}.md', 'fr']).pages).toBe(2);
});

test('one language, in a place without `{locale}`', () => {
	const files = { 'docs/take.md': ENGLISH, 'traduction/take.md': BROKEN };
	expect(run(files, ['docs/{page}', 'traduction/{page}', 'fr'])).toEqual(
		one('traduction/take.md', 'take.md'),
	);
	const beside = { 'take.md': ENGLISH, 'take.translated.md': BROKEN };
	expect(run(beside, ['{page}.md', '{page}.translated.md', 'fr'])).toEqual(
		one('take.translated.md', 'take'),
	);
});

test('the source in the root, translations in folders below', () => {
	expect(
		run({ 'docs/orders/take.md': ENGLISH, 'docs/fr/orders/take.md': BROKEN }, [
			'docs/{page}',
			'docs/{locale}/{page}',
			'fr',
		]),
	).toEqual(one('docs/fr/orders/take.md', 'orders/take.md'));
	expect(
		run({ 'take.md': ENGLISH, 'i18n/fr/docs/current/take.md': BROKEN }, [
			'{page}',
			'i18n/{locale}/docs/current/{page}',
			'fr',
		]),
	).toEqual(one('i18n/fr/docs/current/take.md', 'take.md'));
});

test('a locale that occurs twice in a path', () => {
	expect(
		run({ 'en/take.md': ENGLISH, 'fr/take.fr.md': BROKEN, 'fr/take.es.md': BROKEN }, [
			'en/{page}.md',
			'{locale}/{page}.{locale}.md',
			'fr',
		]),
	).toEqual(one('fr/take.fr.md', 'take'));
});

test('characters with a meaning in patterns mean themselves', () => {
	const files = { 'a (b)+[c].$/en/take.md': ENGLISH, 'a (b)+[c].$/fr/take.md': BROKEN };
	expect(run(files, ['a (b)+[c].$/en/{page}', 'a (b)+[c].$/{locale}/{page}', 'fr'])).toEqual(
		one('a (b)+[c].$/fr/take.md', 'take.md'),
	);
	const braces = { 'x}/en/take.md': ENGLISH, 'x}/fr/take.md': BROKEN };
	expect(run(braces, ['x}/en/{page}', 'x}/{locale}/{page}', 'fr'])).toEqual(
		one('x}/fr/take.md', 'take.md'),
	);
});

test('MDX is read, other files are not', () => {
	const component = '\n<Tabs items={["a"]} />\n';
	expect(
		run(
			{
				'en/take.mdx': `${ENGLISH}${component}`,
				'fr/take.mdx': `${BROKEN}${component}`,
				'en/picture.svg': '',
				'en/notes.txt': ENGLISH,
				'fr/take.md.orig': BROKEN,
			},
			['en/{page}', '{locale}/{page}', 'fr'],
		),
	).toEqual(one('fr/take.mdx', 'take.mdx'));
});

test('what people call their files', () => {
	const names = [
		'commandes à prendre.md',
		'c# and 100%.md',
		'%20.md',
		'🧺 cart.md',
		'[id]/(group)/page.md',
		'it\'s "quoted".md',
		'a,b;c&d.md',
		'-dash.md',
		'{braces}.md',
	];
	const files = Object.fromEntries(
		names.flatMap((name) => [
			[`en/${name}`, ENGLISH],
			[`fr/${name}`, BROKEN],
		]),
	);
	expect(run(files, ['en/{page}', '{locale}/{page}', 'fr']).told.sort()).toEqual(
		names.map((name) => `fr/${name} ${name} code-drift`).sort(),
	);
});

test('the last locale of several is as good as the first', () => {
	const files = {
		'en/take.md': ENGLISH,
		'fr/take.md': FRENCH,
		'es/take.md': FRENCH,
		'pt-br/take.md': BROKEN,
	};
	const report = findings(folderOf(files), [...FOLDERS, '--locales', 'fr, es,pt-BR=pt-br']);
	expect(told(report).filter((line) => line.includes('code-drift'))).toEqual([
		'pt-br/take.md code-drift',
	]);
	expect(report.findings.find(({ ruleId }) => ruleId === 'code-drift')?.locale).toBe('pt-BR');
});
