import { distance } from 'fastest-levenshtein';
import type { Match } from '../alignment/alignment.ts';
import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { wordsOf } from '../document/text-of.ts';
import type { Pair } from '../pair.ts';
import { codeIn } from './code-in.ts';
import { holdsWord } from './holds-word.ts';
import { isNoWord } from './no-word.ts';

/**
 * What a name of the translation's own was meant to be: one that its source has, misspelt. A page may
 * well name something new, and mark names that the source leaves unmarked, or words of its own.
 */
export function misspeltName(found: string, { source }: Match, pair: Pair): string | undefined {
	if (pair.source.text.includes(found)) return undefined;
	const isLike = (name: string): boolean => name.length > 3 && distance(name, found) === 1;
	const name = codeIn(source).find(({ value }) => isLike(value))?.value;
	const isLong = source.span.to - source.span.from > LONGEST;
	if (name !== undefined || isLong || occursTwice(found, pair.target.text)) return name;
	const words = wordsOf(source, pair.source.text).match(WORDS)?.filter(isLike) ?? [];
	return (
		words.find((word) => isNoWord(word) || isInCode(word, pair.source.blocks)) ??
		mistypedWord(found, pair.source)
	);
}

/** A word of the page, wherever it stands, with one other letter: other capitals are no such. */
function mistypedWord(found: string, page: Document): string | undefined {
	if (!MISTYPED.test(found)) return undefined;
	let words = known.get(page);
	if (!words)
		known.set(page, (words = Map.groupBy(new Set(page.text.match(LONG)), ({ length }) => length)));
	const lower = found.toLowerCase();
	return words
		.get(found.length)
		?.find((word) => distance(word, found) === 1 && word.toLowerCase() !== lower);
}

/** By their length; read once for each page. */
const known = new WeakMap<Document, ReadonlyMap<number, readonly string[]>>();

/** Shorter words are too much like each other: `test` and `text`. */
const LONG = /(?<![\w$])[A-Za-z_$][\w$-]{4,}/g;
const MISTYPED = /^[A-Za-z_$][\w$-]{4,40}$/;

/** Characters of a text whose words are compared: all of them with each name of the translation. */
const LONGEST = 5000;

/** Whatever stands between spaces and marks of sentences. */
const WORDS = /[\p{L}\p{N}_$](?:[^\s,;:!?"“”«»]*[\p{L}\p{N}_$)\]])?/gu;

function occursTwice(word: string, text: string): boolean {
	return text.indexOf(word) !== text.lastIndexOf(word);
}

/** Whether a word is a name of the page: in its code it stands as a whole. */
function isInCode(word: string, blocks: readonly Block[]): boolean {
	return eachBlock(blocks).some(
		({ code, inlines }) =>
			(code !== undefined && holdsWord(code.code, word)) ||
			inlines.some(({ kind, value }) => kind === 'code' && holdsWord(value, word)),
	);
}
