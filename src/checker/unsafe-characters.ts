/** Controls that make text run in another direction than it is stored (https://trojansource.codes/). */
export const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Fillers, separators and tags that nobody sees. */
const ALWAYS_INVISIBLE =
	/\u00ad|\u034f|[\u115f\u1160]|[\u17b4\u17b5]|\u180e|\u200b|[\u2060-\u2064]|[\u206a-\u206f]|\u3164|\ufeff|\uffa0|[\u{e0000}-\u{e007f}]/u;

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
const FOREIGN = 'аеорсухѕіјһԁԛԝӏАВЕКМНОРСТХУЅІЈαονριυϲϳγΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսցհ';
const LATIN = 'aeopcyxsijhdqwlABEKMHOPCTXYSIJaovpiucjyABEZHIKMNOPTYXonugh';

const LOOK_ALIKE = new RegExp(`[${FOREIGN}\\uff01-\\uff5e]`, 'gu');

/** A word in which letters that only look Latin stand beside Latin ones. */
export function mixedWord(text: string): string | undefined {
	for (const [word] of text.matchAll(/[\p{L}\p{N}_$]+/gu))
		if (/[A-Za-z]/.test(word) && plainLetters(word) !== word) return word;
	return undefined;
}

/** A text with its look-alike letters replaced by Latin ones and without invisible characters. */
export function plainLetters(text: string): string {
	if (/^[ -~\n\r\t]*$/.test(text)) return text;
	return text.replace(UNSEEN, '').replace(
		LOOK_ALIKE,
		// Full-width forms stand in the order of ASCII.
		(letter) =>
			LATIN[FOREIGN.indexOf(letter)] ?? String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
	);
}

const UNSEEN = new RegExp(`${BIDIRECTIONAL.source}|${INVISIBLE.source}`, 'gu');
