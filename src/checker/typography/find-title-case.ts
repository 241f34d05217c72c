import { createCitedAt } from './cited.ts';
import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';
import { isSentenceStart, WORD } from './word.ts';

/**
 * Looks for headings with the capitals of English ones: `Cerrar La Cola`. Which word is a name nobody
 * can tell from the heading alone, so the pages are asked: one that the page writes in lower case
 * elsewhere, and that its source does not have, is none.
 *
 * @param runs all prose of the page
 * @param source text of the source page, empty where there is none
 * @param commonWords those of the language; a heading without any may be in English
 */
export function createTitleCase(
	runs: readonly ProseRun[],
	source: string,
	commonWords: RegExp,
): (heading: ProseRun) => Generator<RunSlip> {
	let isOrdinary: ((word: string) => boolean) | undefined;
	return function* (heading) {
		const { text } = heading;
		if (text.search(commonWords) < 0) return;
		const isCited = createCitedAt(heading);
		for (const { index, 0: word } of text.matchAll(WORD)) {
			if (!CAPITALIZED.test(word) || isFirst(text, index) || isCited(index)) continue;
			isOrdinary ??= createOrdinary(runs, source);
			const expected = word.toLowerCase();
			if (!isOrdinary(expected)) continue;
			const data = { word, expected };
			yield { messageId: 'title-case', data, from: index, to: index + word.length, edits: [] };
		}
	};
}

const CAPITALIZED = /^\p{Lu}\p{Ll}+$/u;

/** Parts of a heading begin behind a dash, and the first one behind numbers and pictures. */
function isFirst(text: string, at: number): boolean {
	const before = text.slice(0, at);
	return isSentenceStart(text, at) || /\s[—–-]\s$/.test(before) || !/\p{L}/u.test(before);
}

/** Tells words in lower case that are the language's own. */
function createOrdinary(runs: readonly ProseRun[], source: string): (word: string) => boolean {
	const ordinary = new Set(runs.flatMap(({ text }) => text.match(LOWER_CASE) ?? []));
	for (const word of source.match(LETTERS) ?? []) ordinary.delete(word.toLowerCase());
	for (const { text, isHeading } of runs)
		if (!isHeading)
			for (const { index, 0: word } of text.matchAll(WORD))
				if (CAPITALIZED.test(word) && !isSentenceStart(text, index))
					ordinary.delete(word.toLowerCase());
	return (word) => ordinary.has(word);
}

const LETTERS = /[\p{L}\p{M}]+/gu;
const LOWER_CASE =
	/(?<![\p{L}\p{M}\p{N}\uFFF9\uFFFC_./\\@#~+$-])\p{Ll}[\p{Ll}\p{M}]+(?![\p{L}\p{N}_/\\@=(-])/gu;
