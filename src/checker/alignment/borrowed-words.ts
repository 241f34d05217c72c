import type { Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';

/** How much of the likeness of two entries hangs on words that the translation left as they are. */
const SHARE = 0.3;

/** Letters of a script that is not Latin. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;

const LATIN_WORDS = /[A-Za-z]{2,}/g;

/**
 * Weighs how similar two items or rows are by the Latin words that a translation in another script has left
 * as they are: a line on `mutex` is likelier that of the source which names it, too.
 */
export function createBorrowedWeights(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): (i: number, j: number, similarity: number) => number {
	if (source[0]?.kind !== 'item' && source[0]?.kind !== 'row')
		return (_i, _j, similarity) => similarity;
	const theirs = target.map((block) => borrowedWords(block, witnesses.target.text));
	if (theirs.every((words) => words.size === 0)) return (_i, _j, similarity) => similarity;
	const ours = source.map((block) => wordsIn(block, witnesses.source.text));
	const known = theirs.map((words) =>
		[...words].filter((word) => ours.some((all) => all.has(word))),
	);
	return (i, j, similarity) => {
		const words = known[j]!;
		if (words.length === 0) return similarity;
		const common = words.filter((word) => ours[i]!.has(word)).length / words.length;
		return similarity * (1 - SHARE + SHARE * common);
	};
}

function borrowedWords(block: Block, text: string): ReadonlySet<string> {
	return OTHER_SCRIPT.test(text.slice(block.span.from, block.span.to))
		? wordsIn(block, text)
		: NONE;
}

const NONE: ReadonlySet<string> = new Set();

function wordsIn({ span }: Block, text: string): ReadonlySet<string> {
	const words = text.slice(span.from, span.to).match(LATIN_WORDS) ?? [];
	return new Set(words.map((word) => word.toLowerCase()));
}
