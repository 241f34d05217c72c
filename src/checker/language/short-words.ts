/**
 * The words of two or three ASCII letters in a text, and the ends of its sentences, in order. Most
 * such words are function words: `the`, `of`, `to`. A word is told as a number, its letters one
 * behind the other, since texts are read by the million and strings take room.
 */
export interface ShortWords {
	/** Words, and `SENTENCE_END`. */
	readonly words: readonly number[];
	/** Where each of them ends in the text. */
	readonly ends: readonly number[];
}

/** Reads a part of a text. A capital at the beginning of a word is as good as a small letter. */
export function readShortWords(text: string, from: number, to: number): ShortWords {
	const words: number[] = [];
	const ends: number[] = [];
	let state = 0;
	for (let index = from; index <= to; index++) {
		const code = index < to ? text.charCodeAt(index) : 0;
		// By a table, since a processor that guesses a branch wrong waits longer than reading takes.
		const step = STEPS[state + (code < ASCII ? code : code === FULL_STOP ? DOT : 0)]!;
		state = step & ~ENDS;
		if ((step & ENDS) === 0) continue;
		if ((step & WORD) !== 0) {
			words.push(wordBefore(text, index, step & WORD));
			ends.push(index);
		}
		// Not within `v2.1`.
		if ((step & SENTENCE) !== 0 && (code === FULL_STOP || !(text.charCodeAt(index + 1) > SPACE))) {
			words.push(SENTENCE_END);
			ends.push(index);
		}
	}
	return { words, ends };
}

/** Stands among the words. */
export const SENTENCE_END = 0;

/** Five bits for each letter, which capitals share with small ones. */
const LETTER = 5;

function wordBefore(text: string, end: number, letters: number): number {
	let word = 0;
	for (let at = end - letters; at < end; at++) word = (word << LETTER) | (text.charCodeAt(at) & 31);
	return word;
}

/** What a step ends: a word of so many letters, and perhaps a sentence. */
const WORD = 3;
const SENTENCE = 4;
const ENDS = WORD | SENTENCE;

const ASCII = 128;
const SPACE = 32;
const DOT = 46;
/** `。`, behind which Chinese and Japanese put no space. */
const FULL_STOP = 0x3002;

/** States are rows of `STEPS`: behind 0 to 3 letters of a word, and within one that is not short. */
const IN_OTHER = 4 * ASCII;

/** What each ASCII character does in each state: the next state, and what ends. */
const STEPS = Uint16Array.from({ length: IN_OTHER + ASCII }, (_, index) => {
	const letters = Math.floor(index / ASCII);
	const character = String.fromCharCode(index % ASCII);
	const isLetter = letters === 0 ? /[A-Za-z]/ : /[a-z]/;
	if (letters < 3 && isLetter.test(character)) return (letters + 1) * ASCII;
	if (/\w/.test(character)) return IN_OTHER;
	const word = letters === 2 || letters === 3 ? letters : 0;
	return word + (/[.?!]/.test(character) ? SENTENCE : 0);
});
