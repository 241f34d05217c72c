import { BRAZILIAN } from './brazilian-words.ts';
import { FRENCH } from './french-words.ts';
import { languageOf } from './language-of.ts';
import { SPANISH } from './spanish-words.ts';
import type { Usage } from './usage.ts';

/** What documentation is not written with, so that it is for everybody who reads the language. */
export interface Vocabulary {
	/** By the word in lower case. */
	readonly words: ReadonlyMap<string, Usage>;
}

/**
 * The vocabulary of a locale, `undefined` for languages and countries that are not covered. Other
 * countries than Spain and Brazil have words, and an address, of their own.
 *
 * @param locale BCP 47 tag
 */
export function vocabularyOf(locale: string): Vocabulary | undefined {
	const { language, region } = languageOf(locale);
	switch (language) {
		case 'fr':
			return FRENCH;
		case 'es':
			return region === undefined || region === 'es' ? SPANISH : undefined;
		case 'pt':
			return region === undefined || region === 'br' ? BRAZILIAN : undefined;
		default:
			return undefined;
	}
}
