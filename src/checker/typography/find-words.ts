import { createCitedAt } from './cited.ts';
import type { ProseRun } from './prose-run.ts';
import type { RunSlip } from './slip.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isSentenceStart, WORD } from './word.ts';

/**
 * Words that are not those of the documentation. A capital within a sentence is that of a name, and
 * so are several capitals.
 */
export function* findWords(run: ProseRun, { words }: Vocabulary): Generator<RunSlip> {
	const { text } = run;
	const isCited = createCitedAt(run);
	for (const { index, 0: word } of text.matchAll(WORD)) {
		const usage = words.get(word.toLowerCase());
		if (!usage || isCited(index)) continue;
		const end = index + word.length;
		const isCapital = /^\p{Lu}/u.test(word);
		if (isCapital && (/^.\p{Lu}/u.test(word) || !isSentenceStart(text, index))) continue;
		if (usage.behind && !usage.behind.test(text.slice(Math.max(0, index - REACH), index))) continue;
		if (usage.before && !usage.before.test(text.slice(end, end + REACH))) continue;
		const { messageId, expected } = usage;
		const data = { word, expected: isCapital ? capitalized(expected) : expected };
		yield { messageId, data, from: index, to: end, edits: [] };
	}
}

/** How much of the text beside a word can tell what it means, in characters. */
const REACH = 40;

function capitalized(words: string): string {
	return words[0]!.toUpperCase() + words.slice(1);
}
