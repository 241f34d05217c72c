import { eachBlock, isProse, targetsOf, type Block } from '../document/block.ts';
import { textOf, wordsOf } from '../document/text-of.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { withoutClimb } from '../links/relative-target.ts';
import type { Matchable } from './alignment.ts';
import { findCommonWords, keptWords, NOTHING_IN_COMMON, type CommonWords } from './common-words.ts';
import { isWrittenDensely } from './dense-writing.ts';
import { nameOfEntry } from './entry-names.ts';
import { createInvariantNames } from './invariant-names.ts';

/** What tells that two blocks say the same in two languages. */
export interface Evidence {
	/** Length in UTF-16 units. */
	readonly size: number;
	/** Things that a translation keeps: code, link targets, images. */
	readonly marks: ReadonlySet<string>;
	/** Numbers and words that it may keep: names, terms, words that are alike in both languages. */
	readonly words: ReadonlySet<string>;
	/** How often each of some signs stands in it, which translators keep more often than not. */
	readonly signs: readonly number[];
	/** What its section is called in every language, if it is. */
	readonly name: string | undefined;
	/** The first figure of a heading, which may number it. */
	readonly figure: string | undefined;
}

/** Reads the evidence of blocks, once for each. */
export interface Witness {
	/** Of the page. */
	readonly text: string;
	of(block: Block): Evidence;
	/** Characters of the page that are no code. */
	proseSize(): number;
	/** Whether it is written in characters that each stand for a word or a syllable. */
	isDense(): boolean;
	/** The evidence of several blocks together, such as a section. */
	together(blocks: readonly Block[]): Evidence;
}

export interface Witnesses {
	readonly source: Witness;
	readonly target: Witness;
}

/** @param tags locale names that links of either document may carry */
export function createWitnesses(
	source: Matchable,
	target: Matchable,
	tags: readonly string[],
): Witnesses {
	let common: CommonWords | undefined;
	// Most pages are matched without it.
	const read = (): CommonWords => (common ??= findCommonWords(source, target));
	return { source: createWitness(source, tags, read), target: createWitness(target, tags, read) };
}

/** @param common asked for when the first block is read; without it a page is on its own */
export function createWitness(
	{ blocks, text }: Matchable,
	tags: readonly string[],
	common: () => CommonWords = () => NOTHING_IN_COMMON,
): Witness {
	const known = new Map<Block, Evidence>();
	const nameOf = createInvariantNames(blocks, text);
	const of = (block: Block): Evidence => {
		let evidence = known.get(block);
		if (!evidence) {
			const [marks, words] = [new Set<string>(), new Set<string>()];
			const shared = common();
			for (const each of eachBlock([block])) collect(each, text, tags, shared, marks, words);
			// Entries are so alike that what is not in common counts as well.
			if (block.kind !== 'item')
				for (const word of words) if (!shared.words.has(word)) words.delete(word);
			const size = block.span.to - block.span.from;
			const signs = countSigns(text.slice(block.span.from, block.span.to));
			const figure = block.kind === 'heading' ? FIGURE.exec(textOf(block, text))?.[0] : undefined;
			known.set(block, (evidence = { size, marks, words, signs, name: nameOf(block), figure }));
		}
		return evidence;
	};
	let [proseSize, isDense]: [number | undefined, boolean | undefined] = [undefined, undefined];
	return {
		text,
		of,
		proseSize: () => (proseSize ??= sizeOfProse(blocks, text)),
		isDense: () => (isDense ??= isWrittenDensely(text)),
		together(blocks) {
			const [marks, words] = [new Set<string>(), new Set<string>()];
			const signs = SIGNS.map(() => 0);
			let size = 0;
			for (const block of blocks) {
				const evidence = of(block);
				size += evidence.size;
				for (const [i, count] of evidence.signs.entries()) signs[i]! += count;
				for (const mark of evidence.marks) marks.add(mark);
				for (const word of evidence.words) words.add(word);
			}
			const first = blocks[0] && of(blocks[0]);
			return { size, marks, words, signs, name: first?.name, figure: first?.figure };
		},
	};
}

function sizeOfProse(blocks: readonly Block[], text: string): number {
	const code = eachBlock(blocks).filter((block) => block.code);
	return code.reduce((size, { span }) => size - (span.to - span.from), text.length);
}

/** `3` of `Step 3`, `2.1` of `2.1 Logs` */
const FIGURE = /\d+(?:\.\d+)*/;

/** Ends of sentences, colons, brackets, marks of emphasis. */
const SIGNS = [/[.!?…](?=\s|$)|[。！？]/g, /[:：](?=\s|$)/g, /[(（]/g, /\*\*|__/g];

function countSigns(text: string): number[] {
	return SIGNS.map((sign) => text.match(sign)?.length ?? 0);
}

function plainTarget(url: string, tags: readonly string[]): string {
	return withoutClimb(normaliseTarget(url, tags));
}

/** What is most likely a translated comment. To be wrong here costs little. */
const COMMENT = /(?:^|\s)(?:\/[/*]|#|--|<!--|\*).*/;

/** Lines of a code block that take part; longer blocks are told apart by far fewer. */
const MOST_LINES = 60;

function collect(
	block: Block,
	text: string,
	tags: readonly string[],
	{ names, sureNames, entries }: CommonWords,
	marks: Set<string>,
	words: Set<string>,
): void {
	for (const inline of block.inlines)
		if (inline.kind === 'link' || inline.kind === 'image')
			marks.add(`${inline.kind} ${plainTarget(inline.value, tags)}`);
		else if (inline.kind === 'tag')
			marks.add(`tag ${inline.value} ${inline.tag.attributes.get('class') ?? ''}`);
		else if (inline.kind !== 'code') marks.add(`${inline.kind} ${inline.value}`);
		// Translators write some of it in capitals, or the first letter; it is the same all the same.
		else if (!names.has(inline.value)) marks.add(`code ${inline.value.toLowerCase()}`);
		else if (!sureNames.includes(inline.value))
			for (const word of keptWords(inline.value)) words.add(word);
	if (block.code)
		for (const line of block.code.code.split('\n', MOST_LINES)) {
			const trimmed = line.replace(COMMENT, '').trim();
			if (trimmed.length > 3) marks.add(`line ${trimmed}`);
		}
	const targets = targetsOf(block);
	for (const target of targets) {
		const place = plainTarget(target, tags);
		if (!marks.has(`image ${place}`)) marks.add(`link ${place}`);
	}
	// Where a card leads tells it from another one better than that it is a card.
	if (targets.length === 0 && (block.kind === 'callout' || block.kind === 'component'))
		marks.add(`${block.kind} ${block.name}`);
	const entry = nameOfEntry(block);
	if (entry !== undefined && entries.has(entry)) marks.add(`entry ${entry}`);
	if (isProse(block)) {
		for (const word of keptWords(textOf(block, text))) words.add(word);
		const written = sureNames.length > 0 ? wordsOf(block, text) : '';
		for (const name of sureNames)
			if (written.includes(name)) marks.add(`code ${name.toLowerCase()}`);
	}
}
