import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locales, sourceLocale } from '../../src/locales.ts';
import { uiStrings } from '../../src/site/ui-strings.ts';

const folder = join(import.meta.dirname, '../../src/content/i18n');
const words = (lang: string): Record<string, string> =>
	JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8')) as Record<string, string>;

const targets = ['fr', 'pt-BR', 'es'];

test('our own words exist in every language', () => {
	const own = Object.keys(uiStrings.shape).sort();
	for (const lang of ['en', ...targets])
		expect(
			Object.keys(words(lang))
				.filter((key) => own.includes(key))
				.sort(),
			lang,
		).toEqual(own);
});

test('the words of the search exist in every language but English', () => {
	const keys = (lang: string): string[] =>
		Object.keys(words(lang)).filter((key) => key.startsWith('pagefind.'));
	expect(keys('fr')).toHaveLength(10);
	for (const lang of targets) expect(keys(lang), lang).toEqual(keys('fr'));
});

test('placeholders survive translation', () => {
	const placeholders = (text: string): string[] =>
		[...text.matchAll(/\[[A-Z_]+\]|\{\{\w+\}\}/g)].map(([name]) => name).sort();
	for (const lang of targets)
		for (const [key, text] of Object.entries(words(lang))) {
			const expected = words('fr')[key];
			if (expected) expect(placeholders(text), `${lang} ${key}`).toEqual(placeholders(expected));
		}
});

test('languages are said once, each with a tag that browsers know', () => {
	expect(sourceLocale.folder).toBe('en');
	for (const { lang, folder } of locales) {
		expect(Intl.getCanonicalLocales(lang)).toEqual([lang]);
		expect(folder).toBe(lang.toLowerCase());
	}
});
