/**
 * How often each word of two or three ASCII letters in lower case stands in a text, for one letter
 * of it. Most such words are function words: `the`, `of`, `to`. A word is told as a number, its
 * letters one behind the other, since texts are read by the million and strings take room.
 */
export type ShortWords = ReadonlyMap<number, number>;

export function countShortWords(prose: string): ShortWords {
	const counts = new Map<number, number>();
	scan(prose, (word) => {
		counts.set(word, (counts.get(word) ?? 0) + 1 / prose.length);
		return false;
	});
	return counts;
}

/** Below so many words of its own a page does not show its language by them. */
const ENOUGH = 10;
/** One in so many letters: English has one in 15, its translations share one in 120. */
const SPARSEST = 60;
/** Enough for a long text: one sentence of it may be untranslated. */
const MOST = 3;
/** How much more often a word of the source's language stands there: half a page may be left over. */
const MORE = 1.3;

/**
 * A cheap test, which nearly all translated texts fail: does it hold short words that are the
 * source's rather than the translation's? Those are function words, which no text can do without.
 *
 * @param source of all prose of the source page
 * @param target of all prose of its translation
 * @returns whether a text has to be looked at by `isSuspect`
 */
export function createGlance(source: ShortWords, target: ShortWords): (text: string) => boolean {
	const words = new Set<number>();
	for (const [word, rate] of source) if (rate > (target.get(word) ?? 0) * MORE) words.add(word);
	// A page that is not translated at all has all the words of its source.
	if (words.size < ENOUGH) return () => true;
	return (text) => {
		let left = Math.min(MOST, Math.max(1, Math.floor(text.length / SPARSEST)));
		return scan(text, (word) => words.has(word) && --left <= 0);
	};
}

/**
 * Visits the short words of a text until one visit says `true`. As `\b[a-z]{2,3}\b` finds them, in a
 * third of the time.
 *
 * @returns whether one did
 */
function scan(text: string, visit: (word: number) => boolean): boolean {
	let length = 0;
	let word = 0;
	for (let index = 0; index <= text.length; index++) {
		const code = index < text.length ? text.charCodeAt(index) : 0;
		if (code >= 97 && code <= 122) {
			length++;
			word = length > 3 ? 0 : word * 32 + code - 96;
		} else if (isOfWord(code)) {
			// With another character in it, it is none of those.
			length = 4;
		} else {
			if ((length === 2 || length === 3) && visit(word)) return true;
			length = 0;
			word = 0;
		}
	}
	return false;
}

/** A capital, a digit or an underscore. */
function isOfWord(code: number): boolean {
	return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}
