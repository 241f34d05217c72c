/**
 * How often each word of two or three ASCII letters in lower case stands in a text, for one letter
 * of it. Most such words are function words: `the`, `of`, `to`. A word is told as a number, its
 * letters one behind the other, since texts are read by the million and strings take room.
 */
export type ShortWords = ReadonlyMap<number, number>;

export function countShortWords(prose: string): ShortWords {
	const counts = new Map<number, number>();
	scan(prose, (word) => {
		if (word !== SENTENCE_END) counts.set(word, (counts.get(word) ?? 0) + 1 / prose.length);
		return false;
	});
	return counts;
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

/**
 * A cheap test, which nearly all translated texts fail: does it, or a sentence of it, hold short
 * words that are the source's rather than the translation's? Those are function words, which no text
 * can do without. Words of the translation weigh against them: a sentence may name a book in another
 * language.
 *
 * @param source of all prose of the source page
 * @param target of all prose of its translation
 * @returns whether a text has to be looked at by `isSuspect`
 */
export function createGlance(source: ShortWords, target: ShortWords): (text: string) => boolean {
	const words = ownWords(source, target, MORE);
	// A page that is not translated at all has all the words of its source.
	if (words.size < ENOUGH) return () => true;
	const others = ownWords(target, source, FAR_MORE);
	return (text) => {
		let from = 0;
		let found = 0;
		let against = 0;
		return scan(text, (word, to) => {
			if (words.has(word)) found++;
			else if (others.has(word)) against++;
			if (word !== SENTENCE_END) return false;
			const least = Math.min(MOST, Math.max(1, Math.floor((to - from) / SPARSEST)));
			if (found >= least && found >= against) return true;
			[from, found, against] = [to, 0, 0];
			return false;
		});
	};
}

/** Words that stand there so many times as often as in the other language. */
function ownWords(here: ShortWords, there: ShortWords, times: number): ReadonlySet<number> {
	const words = new Set<number>();
	for (const [word, rate] of here) if (rate > (there.get(word) ?? 0) * times) words.add(word);
	return words;
}

/** Visited in place of a word. */
const SENTENCE_END = 0;

/**
 * Visits the short words of a text, and the end of each sentence, until one visit says `true`. A
 * capital at the beginning of a word is as good as a small letter.
 *
 * @returns whether one did
 */
function scan(text: string, visit: (word: number, at: number) => boolean): boolean {
	let length = 0;
	let word = 0;
	for (let index = 0; index <= text.length; index++) {
		const code = index < text.length ? text.charCodeAt(index) : STOP;
		const letter = isCapital(code) && length === 0 ? code + 32 : code;
		if (letter >= 97 && letter <= 122) {
			length++;
			word = length > 3 ? 0 : word * 32 + letter - 96;
		} else if (isOfWord(code)) {
			// With another character in it, it is none of those.
			length = 4;
		} else {
			if ((length === 2 || length === 3) && visit(word, index)) return true;
			length = 0;
			word = 0;
			if (isStop(code) && !(text.charCodeAt(index + 1) > SPACE) && visit(SENTENCE_END, index))
				return true;
		}
	}
	return false;
}

const SPACE = 32;
const STOP = 46;

/** A full stop, a question mark or an exclamation mark. */
function isStop(code: number): boolean {
	return code === STOP || code === 63 || code === 33;
}

function isCapital(code: number): boolean {
	return code >= 65 && code <= 90;
}

/** A capital, a digit or an underscore. */
function isOfWord(code: number): boolean {
	return isCapital(code) || (code >= 48 && code <= 57) || code === 95;
}
