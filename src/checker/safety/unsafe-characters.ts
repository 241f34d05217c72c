import { withoutFullWidth } from './full-width.ts';

/** Controls that make text run in another direction than it is stored (https://trojansource.codes/). */
export const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Fillers, separators and tags that nobody sees; JavaScript ends a line at U+2028 and U+2029. */
const ALWAYS_INVISIBLE =
	/\u00ad|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|\u180e|\u200b|[\u2028\u2029]|[\u2060-\u2064]|[\u206a-\u206f]|\u3164|\ufeff|\uffa0|[\u{e0000}-\u{e007f}]/u;

/** Scripts that are spelled with joiners: Persian, Hindi, Bengali, Malayalam and their kin. */
const JOINED =
	'\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}';

/** Characters that nobody sees; the joiners of emoji, and of scripts that need them, are none. */
export const INVISIBLE = new RegExp(
	[
		ALWAYS_INVISIBLE.source,
		`(?<![${JOINED}])\\u200c`,
		`(?<![${JOINED}]|\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d`,
	].join('|'),
	'u',
);

/**
 * Letters that look like Latin ones in most fonts (Unicode Technical Standard 39,
 * `confusables.txt`): single letters of Cyrillic, Greek and Armenian, and below what they look like.
 */
export const FOREIGN = 'аеорсухѕіјһԁԛԝӏАВЕКМНОРСТХУЅІЈαονριυϲϳγΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսցհ';
const LATIN = 'aeopcyxsijhdqwlABEKMHOPCTXYSIJaovpiucjyABEZHIKMNOPTYXonugh';

const LOOK_ALIKE = new RegExp(`[${FOREIGN}\\uff01-\\uff5e]`, 'u');
const WORD = /[\p{L}\p{N}_$]+/gu;

/** A word in which letters that only look Latin stand beside Latin ones. */
export function mixedWord(text: string): string | undefined {
	if (!LOOK_ALIKE.test(text)) return undefined;
	for (const [word] of text.matchAll(WORD)) if (isMixed(word)) return word;
	return undefined;
}

/** Also where a whole part only looks Latin; one that does not, as in `номер_issue`, deceives nobody. */
function isMixed(word: string): boolean {
	if (!LATIN_LETTER.test(word) || !LOOK_ALIKE.test(word)) return false;
	return word
		.split(/[_$]+/)
		.some((part) =>
			LATIN_LETTER.test(part)
				? LOOK_ALIKE.test(part)
				: (part.match(/\p{L}/gu) ?? ['']).every((letter) => LOOK_ALIKE.test(letter)),
		);
}

const LATIN_LETTER = /[A-Za-z]/;

/** The first letter of a mixed word that only looks Latin. */
export function lookAlikeIn(word: string): string {
	return LOOK_ALIKE.exec(word)![0];
}

/**
 * A text without what is told of its characters already: letters of mixed words are replaced by the
 * Latin ones that they look like, invisible characters are gone. Words of another script stay.
 */
export function plainLetters(text: string): string {
	if (/^[ -~\n\r\t]*$/.test(text)) return text;
	const visible = text.replace(UNSEEN, '');
	if (!LOOK_ALIKE.test(visible)) return visible;
	return visible.replace(WORD, (word) =>
		isMixed(word) ? withoutFullWidth(likeLatin(word)) : word,
	);
}

/** A text as it looks: with Latin letters for those that look like them. */
export function likeLatin(text: string): string {
	return text.replace(ALL_FOREIGN, (letter) => LATIN[FOREIGN.indexOf(letter)]!);
}

const ALL_FOREIGN = new RegExp(`[${FOREIGN}]`, 'gu');

const UNSEEN = new RegExp(`${BIDIRECTIONAL.source}|${INVISIBLE.source}`, 'gu');
