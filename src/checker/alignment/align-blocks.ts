import type { Block } from '../document/block.ts';
import { agree } from './agreement.ts';
import { alignSequence, type IndexPair } from './align-sequence.ts';
import { createBlockLikeness } from './block-likeness.ts';
import type { Witnesses } from './evidence.ts';
import { sectionsOf } from './sections.ts';
import { kinship, similarity } from './similarity.ts';
import {
	onlyBlockThatIsLost,
	onlySectionThatDiffers,
	type SectionPair,
} from './single-difference.ts';
import { slideGaps } from './slide-gaps.ts';
import { straightenHeadings } from './straight-headings.ts';

/** Most cells of one alignment table: about 10 MB and a few tens of milliseconds. */
const MOST_CELLS = 250_000;

/**
 * Matches the blocks of one level. Where both sides have the same shape and nothing speaks against
 * it, the position decides; otherwise the best global alignment does, within the only section that
 * differs if there is one.
 */
export function alignBlocks(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	if (agree(source, target)) return source.map((_, index) => [index, index]);
	const section = onlySectionThatDiffers(source, target);
	return section
		? alignSection(source, target, section, witnesses)
		: alignUnequal(source, target, witnesses);
}

function alignUnequal(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	const isShort = source.length * target.length <= MOST_CELLS;
	return (isShort ? alignAll : alignBySections)(source, target, witnesses);
}

function alignSection(
	source: readonly Block[],
	target: readonly Block[],
	{ from, sourceTo, targetTo }: SectionPair,
	witnesses: Witnesses,
): IndexPair[] {
	const [ours, theirs] = [source.slice(from, sourceTo), target.slice(from, targetTo)];
	const within = alignWithGap(ours, theirs) ?? alignUnequal(ours, theirs, witnesses);
	return [
		...positions(from, from),
		...within.map(([i, j]): IndexPair => [from + i, from + j]),
		...positions(source.length - sourceTo, target.length - targetTo).map(([i, j]): IndexPair => [
			sourceTo + i,
			targetTo + j,
		]),
	];
}

/** By position but for one block, where that alone tells which it is: most sections lose no more. */
function alignWithGap(source: readonly Block[], target: readonly Block[]): IndexPair[] | undefined {
	const [lost, added] = [onlyBlockThatIsLost(source, target), onlyBlockThatIsLost(target, source)];
	if (lost !== undefined)
		return [...target.keys()].map((j): IndexPair => [j < lost ? j : j + 1, j]);
	if (added !== undefined)
		return [...source.keys()].map((i): IndexPair => [i, i < added ? i : i + 1]);
	return undefined;
}

function alignAll(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	const like = createBlockLikeness(source, target, witnesses);
	const pairs = alignSequence(source.length, target.length, like);
	return slideGaps(source, target, straightenHeadings(source, target, pairs, like), like);
}

/** For pages too long to align at once: the sections first, then the blocks within each of them. */
function alignBySections(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	const [ours, theirs] = [sectionsOf(source), sectionsOf(target)];
	const ourEvidence = ours.map(({ blocks }) => witnesses.source.together(blocks));
	const theirEvidence = theirs.map(({ blocks }) => witnesses.target.together(blocks));
	const like = (i: number, j: number): number => {
		const [a, b] = [ours[i]!.heading, theirs[j]!.heading];
		if (!a || !b) return a === b ? 1 : 0;
		return similarity(a, b, ourEvidence[i]!, theirEvidence[j]!);
	};
	const sections =
		ours.length * theirs.length <= MOST_CELLS
			? alignSequence(ours.length, theirs.length, like)
			: positions(ours.length, theirs.length);
	const starts = { source: startsOf(ours), target: startsOf(theirs) };
	const alignParts = (from: number, sourceTo: number, to: number, targetTo: number) => {
		const [a, b] = [source.slice(from, sourceTo), target.slice(to, targetTo)];
		const pairs =
			a.length * b.length <= MOST_CELLS
				? alignAll(a, b, witnesses)
				: positions(a.length, b.length).filter(([x, y]) => kinship(a[x]!, b[y]!) > 0);
		return pairs.map(([x, y]): IndexPair => [from + x, to + y]);
	};
	return sections.flatMap(([i, j], index) => {
		const [from, to] = [starts.source[i]!, starts.target[j]!];
		const [a, b] = [ours[i]!.blocks.length, theirs[j]!.blocks.length];
		const pairs = alignParts(from, from + a, to, to + b);
		const [nextI = ours.length, nextJ = theirs.length] = sections[index + 1] ?? [];
		// Where a heading is gone, what stands below it is in the section before.
		const hasTakenIn = (nextI > i + 1 && pairs.length < b) || (nextJ > j + 1 && pairs.length < a);
		return hasTakenIn
			? alignParts(
					from,
					starts.source[nextI] ?? source.length,
					to,
					starts.target[nextJ] ?? target.length,
				)
			: pairs;
	});
}

function positions(sourceLength: number, targetLength: number): IndexPair[] {
	return Array.from({ length: Math.min(sourceLength, targetLength) }, (_, i) => [i, i]);
}

function startsOf(sections: readonly { readonly blocks: readonly Block[] }[]): number[] {
	let start = 0;
	return sections.map(({ blocks }) => {
		start += blocks.length;
		return start - blocks.length;
	});
}
