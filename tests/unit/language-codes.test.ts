import { expect, test } from 'vitest';
import { isCountryCode, isLanguageTag, languageCode } from '../../src/checker/language-codes.ts';

test.each(['fr', 'PT-br', 'pt_br', 'zh-Hans', 'zh_hant_tw', 'es-419', 'gsw'])(
	'%s is a tag',
	(text) => {
		expect(isLanguageTag(text)).toBe(true);
	},
);

test.each(['api', 'no-code', 'is-silent', 'en-zz-top', 'french', 'q', '', 'fr-', 'a-b'])(
	'%s is none',
	(text) => {
		expect(isLanguageTag(text)).toBe(false);
	},
);

test('countries and names of languages', () => {
	expect(['jp', 'CN', 'qz', 'fra'].filter(isCountryCode)).toEqual(['jp', 'CN']);
	expect(['French', 'spanish', 'brazilian', 'en'].map(languageCode)).toEqual([
		'fr',
		'es',
		undefined,
		undefined,
	]);
});
