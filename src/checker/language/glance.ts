import { partitionPoint } from '../document/partition-point.ts';
import { readShortWords, SENTENCE_END, type ShortWords } from './short-words.ts';

/** Characters of a page that show how often it has which short words. */
const SAMPLE = 5000;

/** How often each short word stands in the first characters of a text. */
export interface ShortWordCounts {
	readonly counts: ReadonlyMap<number, number>;
	/** Characters that were read. */
	readonly length: number;
}

export function countShortWords(text: string): ShortWordCounts {
	const length = Math.min(text.length, SAMPLE);
	return count(readShortWords(text, 0, length), length);
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
export function createGlance(source: ShortWordCounts, page: string): Glance {
	const ofPage = readShortWords(page, 0, page.length);
	const target = count(ofPage, Math.min(page.length, SAMPLE));
	const ours = ownWords(source, target, MORE);
	// A page that is not translated at all has all the words of its source.
	if (ours.size < ENOUGH) return () => true;
	const theirs = ownWords(target, source, FAR_MORE);

	return (text, from = 0, to = text.length) => {
		const { words, ends } = text === page ? ofPage : readShortWords(text, from, to);
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
			} else if (ours.has(word)) found++;
			else if (theirs.has(word)) against++;
		}
	};
}

/** Words that stand there so many times as often as in the other language. */
function ownWords(
	here: ShortWordCounts,
	there: ShortWordCounts,
	times: number,
): ReadonlySet<number> {
	const words = new Set<number>();
	for (const [word, count] of here.counts) {
		const other = there.counts.get(word);
		if (other === undefined || count * there.length > other * times * here.length) words.add(word);
	}
	return words;
}

/** Occurrences in the first characters of a text. */
function count({ words, ends }: ShortWords, length: number): ShortWordCounts {
	const counts = new Map<number, number>();
	for (let index = 0; index < words.length && ends[index]! <= length; index++) {
		const word = words[index]!;
		if (word !== SENTENCE_END) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	return { counts, length };
}
