import { proseOf, sentencesOf } from './prose.ts';
import { PHRASE, wordsOf } from './words.ts';

/**
 * Cheap first test, needs no library: are so many of the target's words words of the source page
 * that it, or a sentence of it, may be untranslated?
 *
 * @param sourceWords `wordsOf` all of the source page
 * @param glance a cheaper test that a part has to pass first
 */
export function isSuspect(
	target: string,
	sourceWords: ReadonlySet<string>,
	glance: (text: string) => boolean = () => true,
): boolean {
	return [target, ...sentencesOf(target)].some((part) => {
		const prose = proseOf(part, true);
		if (!glance(prose)) return false;
		const words = wordsOf(prose);
		const known = words.filter((word) => sourceWords.has(word)).length;
		const share = words.length < 16 ? SUSPECT_SHARE : SUSPECT_SHARE_LONG;
		return words.length >= PHRASE && known >= words.length * share;
	});
}

/**
 * Share of known words from which a text is suspect. Paragraphs that are no longer on the source
 * page share more in 19 of 20 cases, three quarters of the translated ones less.
 */
const SUSPECT_SHARE = 0.33;

/** The same from 16 words on, where shares spread less. */
const SUSPECT_SHARE_LONG = 0.25;

/** Words so short that most of them are function words: `the`, `of`, `to`. */
const SHORT = /\b[a-z]{2,3}\b/g;
/** Below so many of them a page does not show its language by them. */
const ENOUGH = 10;
/** One in so many letters: English has one in 15, its translations share one in 120. */
const SPARSEST = 60;
/** Enough for a long text: one sentence of it may be untranslated. */
const MOST = 3;

/** How often each short word stands in a text, for one letter of it. */
export type ShortWords = ReadonlyMap<string, number>;

export function countShortWords(prose: string): ShortWords {
	const counts = new Map<string, number>();
	for (const word of prose.match(SHORT) ?? [])
		counts.set(word, (counts.get(word) ?? 0) + 1 / prose.length);
	return counts;
}

/**
 * A still cheaper test, which nearly all translated texts fail: does it hold short words that are
 * the source's rather than the translation's? Those are function words, which no text can do without.
 *
 * @param source of all prose of the source page
 * @param target of all prose of its translation
 * @returns whether a text has to be looked at by `isSuspect`
 */
export function createGlance(source: ShortWords, target: ShortWords): (text: string) => boolean {
	const own = [...source].filter(([word, rate]) => rate > (target.get(word) ?? 0) * MORE);
	const words = new Set(own.map(([word]) => word));
	// A page that is not translated at all has all the words of its source.
	if (words.size < ENOUGH) return () => true;
	return (text) => {
		let left = Math.min(MOST, Math.max(1, Math.floor(text.length / SPARSEST)));
		return (text.match(SHORT) ?? []).some((word) => words.has(word) && --left <= 0);
	};
}

/** How much more often a word of the source's language stands there: half a page may be left over. */
const MORE = 1.3;
