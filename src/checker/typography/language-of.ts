/**
 * Language and country of a locale, in lower case; the country is `undefined` where none is named.
 *
 * `languageOf('pt-BR')` => `{ language: 'pt', region: 'br' }`
 *
 * @param locale BCP 47 tag
 */
export function languageOf(locale: string): { language: string; region: string | undefined } {
	const [language = '', ...subtags] = locale.toLowerCase().split(/[-_]/);
	return { language, region: subtags.find((subtag) => /^(?:[a-z]{2}|\d{3})$/.test(subtag)) };
}
