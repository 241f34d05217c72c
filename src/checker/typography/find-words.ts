import type { ProseRun } from './prose-run.ts';
import { quotationPairs, straightPairs, withinPairs } from './quotation-pairs.ts';
import type { RunSlip } from './slip.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Words that are not those of the documentation. What is quoted or in italics is spoken of, or in
 * another language; a capital within a sentence is that of a name, and so are several capitals.
 */
export function* findWords(
	{ text, emphases }: ProseRun,
	{ words, capitals }: Vocabulary,
): Generator<RunSlip> {
	let isCited: ((at: number) => boolean) | undefined;
	const cited = (at: number): boolean => {
		isCited ??= withinPairs(text, [
			...MARKS.flatMap((marks) => quotationPairs(text, marks)),
			...straightPairs(text),
			...emphases.map(({ from, to }) => ({ open: from - 1, close: to })),
		]);
		return isCited(at);
	};
	for (const { index, 0: word } of text.matchAll(WORD)) {
		const usage = words.get(word.toLowerCase());
		if (!usage || cited(index)) continue;
		const end = index + word.length;
		const isCapital = /^\p{Lu}/u.test(word);
		if (isCapital && (/^.\p{Lu}/u.test(word) || !isSentenceStart(text, index))) continue;
		if (usage.behind && !usage.behind.test(text.slice(Math.max(0, index - REACH), index))) continue;
		if (usage.before && !usage.before.test(text.slice(end, end + REACH))) continue;
		const { messageId, expected } = usage;
		const data = { word, expected: isCapital ? capitalized(expected) : expected };
		yield { messageId, data, from: index, to: end, edits: [] };
	}
	if (capitals)
		for (const { index, 0: word } of text.matchAll(capitals)) {
			if (cited(index)) continue;
			const data = { word, expected: ACCENTED[word[0]!]! + word.slice(1) };
			yield { messageId: 'capital', data, from: index, to: index + word.length, edits: [] };
		}
}

/** Whole words; parts of paths, of code and of names with a hyphen are none, but `peux-tu` holds two. */
const WORD =
	/(?<![\p{L}\p{M}\p{N}\uFFF9\uFFFC_./\\@#~+$-])\p{L}[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}_/\\@=-]|\((?!e?s\))|\.[\p{L}\p{N}])|(?<=\p{L}[estxz]-)(?:tu|toi)(?![\p{L}\p{M}\p{N}_-])/gu;

/** How much of the text beside a word can tell what it means, in characters. */
const REACH = 40;

const MARKS = [
	['«', '»'],
	['“', '”'],
	['‘', '’'],
] as const;

const ACCENTED: Readonly<Record<string, string>> = { A: 'À', C: 'Ç', E: 'É' };

function isSentenceStart(text: string, at: number): boolean {
	let end = at;
	while (end > 0 && /[\s¿¡([—–-]/.test(text[end - 1]!)) end--;
	return end === 0 || (/[.!?…:]/.test(text[end - 1]!) && /\s/.test(text[end]!));
}

function capitalized(words: string): string {
	return words[0]!.toUpperCase() + words.slice(1);
}
