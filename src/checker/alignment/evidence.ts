import { eachBlock, isProse, type Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { withoutClimb } from '../links/relative-target.ts';
import type { Matchable } from './alignment.ts';
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
	/** The evidence of several blocks together, such as a section. */
	together(blocks: readonly Block[]): Evidence;
}

export interface Witnesses {
	readonly source: Witness;
	readonly target: Witness;
}

/** @param tags locale names that links of this document may carry */
export function createWitness({ blocks, text }: Matchable, tags: readonly string[]): Witness {
	const known = new Map<Block, Evidence>();
	const nameOf = createInvariantNames(blocks, text);
	const of = (block: Block): Evidence => {
		let evidence = known.get(block);
		if (!evidence) {
			const [marks, words] = [new Set<string>(), new Set<string>()];
			for (const each of eachBlock([block])) collect(each, text, tags, marks, words);
			const size = block.span.to - block.span.from;
			const signs = countSigns(text.slice(block.span.from, block.span.to));
			const figure = block.kind === 'heading' ? FIGURE.exec(textOf(block, text))?.[0] : undefined;
			known.set(block, (evidence = { size, marks, words, signs, name: nameOf(block), figure }));
		}
		return evidence;
	};
	return {
		text,
		of,
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

/** `3` of `Step 3`, `2.1` of `2.1 Logs` */
const FIGURE = /\d+(?:\.\d+)*/;

/** Numbers, pictures, and names that no language translates: `Node.js`, `PM2`, `camelCase`, `Kubernetes`. */
const KEPT_WORDS =
	/\d[\d.,]*\d|\d|\b[A-Za-z]+[A-Z0-9.][A-Za-z0-9]+\b|(?<=\p{L}[,;]? )[A-Z][a-z]{3,}|\p{Emoji_Presentation}/gu;

/** Words whose beginnings related languages often share: `contribution`, `contribuição`. */
const LONG_WORDS = /\p{L}{6,}/gu;

/** Ends of sentences, colons, brackets, marks of emphasis. */
const SIGNS = [/[.!?…](?=\s|$)|[。！？]/g, /[:：](?=\s|$)/g, /[(（]/g, /\*\*|__/g];

function countSigns(text: string): number[] {
	return SIGNS.map((sign) => text.match(sign)?.length ?? 0);
}

/** How much of the signs of two pieces is the same: 0 to 1, `undefined` where both have none. */
export function signsInCommon(a: readonly number[], b: readonly number[]): number | undefined {
	let [common, all] = [0, 0];
	for (const [i, count] of a.entries()) {
		common += Math.min(count, b[i]!);
		all += Math.max(count, b[i]!);
	}
	return all === 0 ? undefined : common / all;
}

/** What is most likely a translated comment. To be wrong here costs little. */
const COMMENT = /(?:^|\s)(?:\/[/*]|#|--|<!--|\*).*/;

/** Lines of a code block that take part; longer blocks are told apart by far fewer. */
const MOST_LINES = 60;

function collect(
	block: Block,
	text: string,
	tags: readonly string[],
	marks: Set<string>,
	words: Set<string>,
): void {
	for (const inline of block.inlines)
		if (inline.kind === 'link' || inline.kind === 'image')
			marks.add(`${inline.kind} ${withoutClimb(normaliseTarget(inline.value, tags))}`);
		else if (inline.kind === 'tag')
			marks.add(`tag ${inline.value} ${inline.tag.attributes.get('class') ?? ''}`);
		else marks.add(`${inline.kind} ${inline.value}`);
	if (block.code)
		for (const line of block.code.code.split('\n', MOST_LINES)) {
			const trimmed = line.replace(COMMENT, '').trim();
			if (trimmed.length > 3) marks.add(`line ${trimmed}`);
		}
	if (block.kind === 'callout' || block.kind === 'component')
		marks.add(`${block.kind} ${block.name}`);
	if (isProse(block)) {
		const prose = textOf(block, text);
		for (const word of prose.match(KEPT_WORDS) ?? []) words.add(word);
		for (const word of prose.match(LONG_WORDS) ?? []) words.add(word.slice(0, 5).toLowerCase());
	}
}

/** Whether both stand below headings that are called otherwise. */
export function areNamedApart({ name: ours }: Evidence, { name: theirs }: Evidence): boolean {
	return ours !== undefined && theirs !== undefined && ours !== theirs;
}

/** Dice's coefficient of two sets: 0 for nothing in common, 1 for equal; `undefined` for two empty ones. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number | undefined {
	if (a.size === 0 && b.size === 0) return undefined;
	const [small, large] = a.size < b.size ? [a, b] : [b, a];
	let common = 0;
	for (const mark of small) if (large.has(mark)) common++;
	return (2 * common) / (a.size + b.size);
}

/**
 * How likely it is that two pieces say the same: 0 to 1, `undefined` where nothing speaks for or
 * against it. What a translation keeps decides; words alone move the scale by half.
 */
export function likeness(a: Evidence, b: Evidence): number | undefined {
	const [marks, words] = [dice(a.marks, b.marks), dice(a.words, b.words)];
	if (marks !== undefined) return 0.85 * marks + 0.15 * (words ?? marks);
	return words === undefined ? undefined : 0.25 + words / 2;
}
