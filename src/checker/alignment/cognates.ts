import { distance } from 'fastest-levenshtein';
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
	return plain(word.slice(0, LETTERS)).slice(0, LETTERS);
}

function plain(word: string): string {
	return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words long enough to be told apart from others by their letters. */
export function longWords(text: string): string[] {
	return [...text.matchAll(/\p{L}{5,24}/gu)].map(([word]) => plain(word));
}

/** Share of the letters of the longer one that may have to change. */
const MOST_CHANGED = 0.4;

/** Whether two words look like one, though not from the first letter on: `synchronous`, `síncronas`. */
export function areCognates(a: string, b: string): boolean {
	const most = MOST_CHANGED * Math.max(a.length, b.length);
	return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}
