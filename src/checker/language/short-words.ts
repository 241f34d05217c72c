/**
 * How often each word of two or three ASCII letters in lower case stands in a text. Most such words
 * are function words: `the`, `of`, `to`. A word is told as a number, its letters one behind the
 * other, since texts are read by the million and strings take room.
 */
export interface ShortWords {
	readonly counts: ReadonlyMap<number, number>;
	/** Characters of the text. */
	readonly length: number;
}

export function countShortWords(prose: string): ShortWords {
	const counts = new Map<number, number>();
	for (let at = 0; at <= prose.length;) {
		const end = nextEnd(prose, at, prose.length);
		const word = wordBefore(prose, end);
		if (word > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
		at = placeOf(end) + 1;
	}
	return { counts, length: prose.length };
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
 * @param source of all prose of the source page
 * @param target of all prose of its translation
 */
export function createGlance(source: ShortWords, target: ShortWords): Glance {
	const words = ownWords(source, target, MORE);
	// A page that is not translated at all has all the words of its source.
	if (words.size < ENOUGH) return () => true;
	const says = new Map<number, boolean>();
	for (const word of ownWords(target, source, FAR_MORE)) says.set(word, false);
	for (const word of words) says.set(word, true);
	return (text, from = 0, to = text.length) => {
		let begin = from;
		let found = 0;
		let against = 0;
		for (let at = from; at <= to;) {
			const end = nextEnd(text, at, to);
			const word = wordBefore(text, end);
			const isFound = word > 0 ? says.get(word) : undefined;
			if (isFound === true) found++;
			else if (isFound === false) against++;
			if (isSentenceEnd(end)) {
				const letters = placeOf(end) - begin;
				const least = Math.min(MOST, Math.max(1, Math.floor(letters / SPARSEST)));
				if (found >= least && found >= against) return true;
				[begin, found, against] = [placeOf(end), 0, 0];
			}
			at = placeOf(end) + 1;
		}
		return false;
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

/**
 * Where a short word or a sentence ends: its place, and the letters of that word in the three lowest
 * bits, of which the third says that a sentence ends there.
 */
type End = number;

const WORD = 3;
const SENTENCE = 4;
/** Before those of a place. */
const BITS = 3;

function placeOf(end: End): number {
	return end >> BITS;
}

function isSentenceEnd(end: End): boolean {
	return (end & SENTENCE) !== 0;
}

/** A word as a number, five bits for each letter, which capitals share with small ones; 0 for none. */
function wordBefore(text: string, end: End): number {
	const place = placeOf(end);
	let word = 0;
	for (let at = place - (end & WORD); at < place; at++)
		word = word * 32 + (text.charCodeAt(at) & 31);
	return word;
}

/**
 * The next end of a short word or a sentence in a part of a text, at the end of the part at the
 * latest. A capital at the beginning of a word is as good as a small letter.
 */
function nextEnd(text: string, from: number, to: number): End {
	let state = 0;
	for (let index = from; index < to; index++) {
		const code = text.charCodeAt(index);
		// By a table, since a processor that guesses a branch wrong waits longer than reading takes.
		const step = STEPS[state + (code < ASCII ? code : 0)]!;
		state = step & ~ENDS;
		let ends = step & ENDS;
		if (ends === 0) continue;
		// Not within `v2.1`.
		if (text.charCodeAt(index + 1) > SPACE) ends &= WORD;
		if (ends > 0) return (index << BITS) | ends;
	}
	return (to << BITS) | SENTENCE | (STEPS[state]! & WORD);
}

const ASCII = 128;
const SPACE = 32;
const ENDS = WORD | SENTENCE;

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
