import { eachBlock } from '../document/block.ts';
import { isNoWord } from '../inline-code/no-word.ts';
import type { Matchable } from './alignment.ts';
import { nameOfEntry } from './entry-names.ts';

/** What the words of two pages tell of which blocks belong together. */
export interface CommonWords {
	/** Those that both pages have: all others were translated, and tell nothing. */
	readonly words: { has(word: string): boolean };
	/**
	 * Names that one page marks as code and the other one only has in its text: translators mark more of
	 * them than authors do. As code they would speak against the very blocks that name them.
	 */
	readonly names: ReadonlySet<string>;
	/** Those of the names that are no words. */
	readonly sureNames: readonly string[];
	/** Names of rows and items that both pages have, such as those of options. */
	readonly entries: { has(name: string): boolean };
}

export function findCommonWords(source: Matchable, target: Matchable): CommonWords {
	const words = keptWords(source.text).intersection(keptWords(target.text));
	const [ours, theirs] = [codesOf(source), codesOf(target)];
	const names = [
		...namesIn(target.text, ours.difference(theirs)),
		...namesIn(source.text, theirs.difference(ours)),
	];
	return {
		words,
		names: new Set(names),
		sureNames: names.filter(isNoWord),
		entries: entriesOf(source).intersection(entriesOf(target)),
	};
}

/** Of a page without another one. */
export const NOTHING_IN_COMMON: CommonWords = {
	words: { has: () => true },
	names: new Set(),
	sureNames: [],
	entries: new Set(),
};

/**
 * Numbers, pictures, and names that no language translates: `Node.js`, `PM2`, `camelCase`, `Kubernetes`.
 */
const NAMES =
	/\d[\d.,]*\d|\d|\b[A-Za-z]+[A-Z0-9.][A-Za-z0-9]+\b|(?<=\p{L}[,;]? )[A-Z][a-z]{3,}|[\u231a-\u2b55\u{1f000}-\u{1faff}]/gu;

/**
 * Words whose beginnings related languages often share: `contribution`, `contribuição`. By ranges that hold
 * nearly all letters: V8 takes four times as long for those of Unicode.
 */
const LONG_WORDS = /[A-Za-z\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff]{6,}/g;

/** Words of a text that a translation may have kept, or of which it may have kept the beginning. */
export function keptWords(text: string): Set<string> {
	const words = new Set<string>(text.match(NAMES));
	for (const word of text.match(LONG_WORDS) ?? []) words.add(word.slice(0, 5).toLowerCase());
	return words;
}

function codesOf({ blocks }: Matchable): Set<string> {
	const codes = new Set<string>();
	for (const { inlines } of eachBlock(blocks))
		for (const { kind, value } of inlines) if (kind === 'code') codes.add(value);
	return codes;
}

/** More names of a page are not looked for: each takes a look through all its texts. */
const MOST_NAMES = 200;

function namesIn(text: string, codes: ReadonlySet<string>): string[] {
	return [...codes]
		.slice(0, MOST_NAMES)
		.filter((code) => code.trim() !== '' && text.includes(code));
}

function entriesOf({ blocks }: Matchable): Set<string> {
	return new Set(eachBlock(blocks).flatMap((block) => nameOfEntry(block) ?? []));
}
