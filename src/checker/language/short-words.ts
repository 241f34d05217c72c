import { partitionPoint } from '../document/partition-point.ts';

/** Characters of a page that show how often it has which short words. */
const SAMPLE = 5000;

/**
 * How often each word of two or three ASCII letters in lower case stands in the first characters of
 * a text. Most such words are function words: `the`, `of`, `to`. A word is told as a number, its
 * letters one behind the other, since texts are read by the million and strings take room.
 */
export interface ShortWords {
	readonly counts: ReadonlyMap<number, number>;
	/** Characters that were read. */
	readonly length: number;
}

export function countShortWords(text: string): ShortWords {
	const length = Math.min(text.length, SAMPLE);
	return count(readMarks(text, 0, length), length);
}

/** Below so many words of its own a page does not show its language by them. */
const ENOUGH = 10;
/** One in so many letters: English has one in 15, its translations share one in 120. */
const SPARSEST = 60;
/** Enough for a long sentence. */
const MOST = 3;
/** How much more often a word of the source's language stands there: half a page may be left over. */
const MORE = 1.3;
/** The same for words that weigh against them: related languages share most of theirs, such as `de`. */
const FAR_MORE = 4;

/** @returns whether a part of a text, or all of it, has to be looked at by `isSuspect` */
export type Glance = (text: string, from?: number, to?: number) => boolean;

/**
 * A cheap test, which nearly all translated texts fail: does it, or a sentence of it, hold short
 * words that are the source's rather than the translation's? Those are function words, which no text
 * can do without. Words of the translation weigh against them: a sentence may name a book in another
 * language.
 *
 * @param source of the source page
 * @param page the translation, whose parts are told from one reading of it
 */
export function createGlance(source: ShortWords, page: string): Glance {
	const marks = readMarks(page, 0, page.length);
	const target = count(marks, Math.min(page.length, SAMPLE));
	const words = ownWords(source, target, MORE);
	// A page that is not translated at all has all the words of its source.
	if (words.size < ENOUGH) return () => true;
	const says = new Map<number, boolean>();
	for (const word of ownWords(target, source, FAR_MORE)) says.set(word, false);
	for (const word of words) says.set(word, true);

	return (text, from = 0, to = text.length) => {
		const { words, ends } = text === page ? marks : readMarks(text, from, to);
		let begin = from;
		let found = 0;
		let against = 0;
		for (let index = partitionPoint(ends, (end) => end <= from); ; index++) {
			const isLast = index === ends.length || ends[index]! > to;
			const word = isLast ? SENTENCE_END : words[index]!;
			if (word === SENTENCE_END) {
				const end = isLast ? to : ends[index]!;
				const least = Math.min(MOST, Math.max(1, Math.floor((end - begin) / SPARSEST)));
				if (found >= least && found >= against) return true;
				if (isLast) return false;
				[begin, found, against] = [end, 0, 0];
				continue;
			}
			const isFound = says.get(word);
			if (isFound === true) found++;
			else if (isFound === false) against++;
		}
	};
}

/** Words that stand there so many times as often as in the other language. */
function ownWords(here: ShortWords, there: ShortWords, times: number): ReadonlySet<number> {
	const words = new Set<number>();
	for (const [word, count] of here.counts) {
		const other = there.counts.get(word);
		if (other === undefined || count * there.length > other * times * here.length) words.add(word);
	}
	return words;
}

/** Occurrences in the first characters of a text. */
function count({ words, ends }: Marks, length: number): ShortWords {
	const distinct: number[] = [];
	for (let index = 0; index < words.length && ends[index]! <= length; index++) {
		const word = words[index]!;
		if (word === SENTENCE_END) continue;
		const before = TALLY[word]!;
		if (before === 0) distinct.push(word);
		TALLY[word] = before + 1;
	}
	const counts = new Map<number, number>();
	for (const word of distinct) {
		counts.set(word, TALLY[word]!);
		TALLY[word] = 0;
	}
	return { counts, length };
}

/** The short words of a text and the ends of its sentences, in order. */
interface Marks {
	/** Words, and `SENTENCE_END`. */
	readonly words: readonly number[];
	/** Where each of them ends in the text. */
	readonly ends: readonly number[];
}

/** A capital at the beginning of a word is as good as a small letter. */
function readMarks(text: string, from: number, to: number): Marks {
	const words: number[] = [];
	const ends: number[] = [];
	let state = 0;
	for (let index = from; index <= to; index++) {
		const code = index < to ? text.charCodeAt(index) : 0;
		// By a table, since a processor that guesses a branch wrong waits longer than reading takes.
		const step = STEPS[state + (code < ASCII ? code : 0)]!;
		state = step & ~ENDS;
		if ((step & ENDS) === 0) continue;
		if ((step & WORD) !== 0) {
			words.push(wordBefore(text, index, step & WORD));
			ends.push(index);
		}
		// Not within `v2.1`.
		if ((step & SENTENCE) !== 0 && !(text.charCodeAt(index + 1) > SPACE)) {
			words.push(SENTENCE_END);
			ends.push(index);
		}
	}
	return { words, ends };
}

/** Stands among the words. */
const SENTENCE_END = 0;

/** Five bits for each letter, which capitals share with small ones. */
const LETTER = 5;

function wordBefore(text: string, end: number, letters: number): number {
	let word = 0;
	for (let at = end - letters; at < end; at++) word = (word << LETTER) | (text.charCodeAt(at) & 31);
	return word;
}

/** Room to count in, empty before and after: a table for each page would take longer to make. */
const TALLY = new Uint16Array(1 << (3 * LETTER));

/** What a step ends: a word of so many letters, and perhaps a sentence. */
const WORD = 3;
const SENTENCE = 4;
const ENDS = WORD | SENTENCE;

const ASCII = 128;
const SPACE = 32;

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
