import type { Block } from '../../document/block.ts';
import type { Witness, Witnesses } from '../evidence.ts';
import { VARIANCE } from '../section-fit.ts';
import { countNamed, keptIn, writtenOf } from './named-parts.ts';
import { sizeOf } from './paragraph-growth.ts';

/** How far, as a factor, the length of a whole may lie from that of its parts. */
const TOLERANCE = 1.3;
/** From which growth over one part a paragraph may hold another one. */
const GROWTH = 1.5;
/** How many standard deviations that has to be, and how many one text may lie off. */
const DEVIATIONS = 2.2;
const USUAL = 1.6;
/** Nobody splits off less; the lengths of such sentences vary too much to tell anything. */
const SHORTEST = 30;

/** How much longer the paragraphs of the translation are, as factors. */
export interface Lengths {
	/** By what surrounds them. */
	readonly growth: number;
	/** By all of them where none is lost, otherwise by those that have a partner, which may be a part. */
	readonly matched: number;
	/** Whether they are enough to tell by. */
	readonly isSure: boolean;
}

/**
 * Tells whether paragraphs may well be the parts of one, and none of them lost or new: by their lengths,
 * the ends of their sentences, and the code in them.
 *
 * @param ourBlocks those of the source among which they stand
 * @param theirBlocks those of the translation
 */
export function createBeadFit(
	ourBlocks: readonly Block[],
	theirBlocks: readonly Block[],
	lengths: Lengths,
	{ source, target }: Witnesses,
): (ours: readonly Block[], theirs: readonly Block[]) => boolean {
	const copies = copiesAmong(theirBlocks, target.text);
	// What was left in the language of the source is as long as there.
	const written = source.text
		.slice(ourBlocks[0]?.span.from, ourBlocks.at(-1)?.span.to)
		.toLowerCase();
	const left = new Set(
		theirBlocks.filter((block) => written.includes(writtenOf(block, target.text))),
	);
	return (ours, theirs) => {
		if (!ours.every(isParagraph) || !theirs.every(isParagraph)) return false;
		if (theirs.some((block) => copies.has(block))) return false;
		return theirs.length > 1
			? isSplit(ours[0]!, theirs, lengths, left, source, target)
			: isMerged(ours, theirs[0]!, lengths, source, target);
	};
}

function isParagraph({ kind }: Block): boolean {
	return kind === 'paragraph';
}

/**
 * Whether the translation has a paragraph in several parts.
 *
 * @param left what it has in the language of the source
 */
function isSplit(
	whole: Block,
	parts: readonly Block[],
	{ growth, matched, isSure }: Lengths,
	left: ReadonlySet<Block>,
	source: Witness,
	target: Witness,
): boolean {
	if (parts.some((part) => sizeOf(part) < SHORTEST)) return false;
	const found = sizeOf(whole);
	const lengthsBy = (factor: number): ReturnType<typeof lengthsOf> =>
		lengthsOf(parts.map((part) => sizeOf(part) / (left.has(part) ? 1 : factor)));
	// What only the translation has makes the rest seem long.
	const least = lengthsBy(Math.min(growth, matched));
	if (isSure && areAlike(found, least.all) && isLonger(found, least.largest)) return true;
	const { all, largest } = lengthsBy(growth);
	if (!areAlike(found, all) || found <= largest + (all - largest) / 2) return false;
	return (
		(isSure && haveSentences(whole, parts, source, target)) ||
		countNamed(whole, parts, source.text, target.text) === parts.length
	);
}

/** Whether the translation has several paragraphs in one. */
function isMerged(
	parts: readonly Block[],
	whole: Block,
	{ growth, matched, isSure }: Lengths,
	source: Witness,
	target: Witness,
): boolean {
	const { all, largest } = lengthsOf(parts.map(sizeOf));
	// What was not translated makes the rest seem short.
	const found = sizeOf(whole) / Math.max(growth, matched);
	if (!areAlike(found, all) || found < GROWTH * largest) return false;
	// What was kept as it is holds nothing else.
	const written = writtenOf(whole, target.text);
	if (parts.some((part) => writtenOf(part, source.text) === written)) return false;
	const areSentences = parts.every((part) => source.of(part).signs[0]! > 0);
	if (!isLonger(found, largest) && !(areSentences && haveSentences(whole, parts, target, source)))
		return false;
	const named = countNamed(whole, parts, target.text, source.text);
	return named === (isSure ? parts.filter((part) => keptIn(part).length > 0) : parts).length;
}

function lengthsOf(sizes: readonly number[]): { readonly all: number; readonly largest: number } {
	return { all: sizes.reduce((sum, size) => sum + size, 0), largest: Math.max(...sizes) };
}

/** Whether a text is longer than the largest part alone could make it; all in characters of the source. */
function isLonger(found: number, largest: number): boolean {
	return found >= GROWTH * largest && found - largest >= DEVIATIONS * Math.sqrt(VARIANCE * largest);
}

/** Whether two lengths may be those of one text in two languages; in characters of the source. */
function areAlike(one: number, other: number): boolean {
	const [small, large] = one < other ? [one, other] : [other, one];
	return large <= TOLERANCE * small || large - small <= USUAL * Math.sqrt(VARIANCE * small);
}

/** Whether the parts have as many sentences as the whole, by their ends: a colon is none. */
function haveSentences(
	whole: Block,
	parts: readonly Block[],
	witness: Witness,
	ofParts: Witness,
): boolean {
	const counts = parts.map((part) => ofParts.of(part).signs[0]!);
	return witness.of(whole).signs[0] === counts.reduce((sum, count) => sum + count, 0);
}

/** Paragraphs that say what another one says: no parts of a text do. */
function copiesAmong(blocks: readonly Block[], text: string): ReadonlySet<Block> {
	const byText = Map.groupBy(blocks, (block) => writtenOf(block, text));
	return new Set([...byText.values()].filter((same) => same.length > 1).flat());
}
