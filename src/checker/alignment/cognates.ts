import { eachBlock, isProse, type Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';

/** Letters by which a word is known: Simard, Foster and Isabelle 1992 tell cognates by four. */
const LETTERS = 4;

/** Beginnings of words, by which those are known that two languages share: `résultats`, `results`. */
export function beginningsOfWords(blocks: readonly Block[], text: string): ReadonlySet<string> {
	const beginnings = new Set<string>();
	for (const block of eachBlock(blocks))
		if (isProse(block))
			for (const [word] of textOf(block, text).matchAll(/\p{L}{4,}/gu))
				beginnings.add(beginningOf(word));
	return beginnings;
}

function beginningOf(word: string): string {
	return word
		.slice(0, LETTERS)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.slice(0, LETTERS)
		.toLowerCase();
}
