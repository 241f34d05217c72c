import { languageOf } from './language-of.ts';

/** How a language sets its marks, for prose. What a language leaves free is absent. */
export interface Conventions {
	/** What stands before `;`, `:`, `!` and `?`. */
	readonly beforeMarks: 'no-break space' | 'nothing';
	/** Quotations of the first level, and those within them. */
	readonly quotes?: {
		readonly outer: readonly [open: string, close: string];
		readonly inner?: readonly [open: string, close: string];
	};
	/** What stands between the marks of « » and the words. */
	readonly insideGuillemets?: 'no-break space' | 'nothing';
	/** Whether words elide with an apostrophe: `l’ordre`. */
	readonly elides?: true;
	/** Whether questions and exclamations begin with a mark of their own. */
	readonly opensQuestions?: true;
	/** What stands between a number and `%`. */
	readonly beforePercent?: 'no-break space' | 'nothing';
	/** Whether decimals are set off by a comma. */
	readonly hasDecimalComma?: true;
	/** Whether thousands are set off by a space. */
	readonly spacesThousands?: true;
	/** Before the last item of an enumeration. */
	readonly conjunctions: readonly string[];
	/** In lower case, which English does not have. */
	readonly months: readonly string[];
}

const FRENCH: Conventions = {
	beforeMarks: 'no-break space',
	quotes: { outer: ['«', '»'], inner: ['“', '”'] },
	insideGuillemets: 'no-break space',
	elides: true,
	beforePercent: 'no-break space',
	hasDecimalComma: true,
	spacesThousands: true,
	conjunctions: ['et', 'ou'],
	months: [
		...['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'],
		...['septembre', 'octobre', 'novembre', 'décembre'],
	],
};

/** What holds wherever Spanish is written; quotation marks and numbers differ by country. */
const SPANISH: Conventions = {
	beforeMarks: 'nothing',
	insideGuillemets: 'nothing',
	opensQuestions: true,
	conjunctions: ['y', 'e', 'o', 'u'],
	months: [
		...['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto'],
		...['septiembre', 'octubre', 'noviembre', 'diciembre'],
	],
};

const SPANISH_OF_SPAIN: Conventions = {
	...SPANISH,
	quotes: { outer: ['«', '»'], inner: ['“', '”'] },
	beforePercent: 'no-break space',
	hasDecimalComma: true,
	spacesThousands: true,
};

/** What holds in Portugal as well. */
const PORTUGUESE: Conventions = {
	beforeMarks: 'nothing',
	conjunctions: ['e', 'ou'],
	hasDecimalComma: true,
	months: [
		...['janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho', 'julho', 'agosto'],
		...['setembro', 'outubro', 'novembro', 'dezembro'],
	],
};

const PORTUGUESE_OF_BRAZIL: Conventions = {
	...PORTUGUESE,
	quotes: { outer: ['“', '”'] },
	beforePercent: 'nothing',
};

/**
 * The conventions of a locale, `undefined` for languages that are not covered. Canada sets other
 * spaces in French than Europe does.
 *
 * @param locale BCP 47 tag
 */
export function conventionsOf(locale: string): Conventions | undefined {
	const { language, region } = languageOf(locale);
	switch (language) {
		case 'fr':
			return region === 'ca' ? undefined : FRENCH;
		case 'es':
			return region === undefined || region === 'es' ? SPANISH_OF_SPAIN : SPANISH;
		case 'pt':
			return region === undefined || region === 'br' ? PORTUGUESE_OF_BRAZIL : PORTUGUESE;
		default:
			return undefined;
	}
}

/** Words that hardly any phrase of a language does without. */
const COMMON_WORDS: Readonly<Record<string, RegExp>> = {
	fr: /(?<![\p{L}\p{M}])(?:les?|la|l['’]|des?|d['’]|du|une?|et|ou|à|aux?|en|pour|par|sur|dans|avec|sans|vos|votre|est|que|qui|qu['’]|comment|pourquoi)(?![\p{L}\p{M}])/giu,
	es: /(?<![\p{L}\p{M}])(?:el|los?|las?|una?|del?|al?|y|e|o|u|en|para|por|con|sin|sobre|que|qué|se|es|tus?|su|cómo)(?![\p{L}\p{M}])/giu,
	pt: /(?<![\p{L}\p{M}])(?:os?|as?|uma?|d[aeo]s?|n[ao]s?|ao?s?|à|e|ou|em|para|por|com|sem|sobre|que|se|é|seus?|suas?|como)(?![\p{L}\p{M}])/giu,
};

/**
 * Words that are common in the language of a locale, wherever it is written; `undefined` for
 * languages that are not covered.
 *
 * @param locale BCP 47 tag
 */
export function commonWordsOf(locale: string): RegExp | undefined {
	return COMMON_WORDS[languageOf(locale).language];
}
