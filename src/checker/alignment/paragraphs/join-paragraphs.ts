import type { Block } from '../../document/block.ts';
import type { IndexPair } from '../align-sequence.ts';
import type { Witnesses } from '../evidence.ts';
import { growthOf } from '../growth.ts';
import { alignBeads, type Bead } from './align-beads.ts';
import { joinedParagraph } from './joined-paragraph.ts';
import { createGrowthBeside, growthOfPairs, leastGrowth, sizeOfAll } from './paragraph-growth.ts';
import { paragraphStretchesOf, type ParagraphStretch } from './paragraph-stretches.ts';

/** The blocks of one level, in which the parts of one paragraph are one block, and what belongs together. */
export interface Joined {
	readonly source: readonly Block[];
	readonly target: readonly Block[];
	readonly pairs: readonly IndexPair[];
}

/** Cells of the table that is filled for one stretch, and of all tables of a level. */
const MOST_CELLS = 10_000;
const MOST_CELLS_IN_ALL = 50_000;

/**
 * Takes paragraphs together that the other side has as one: good translators split and merge them. Only
 * where paragraphs are left without a partner.
 */
export function joinParagraphs(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
	witnesses: Witnesses,
): Joined {
	const unchanged = { source, target, pairs };
	if (pairs.length === source.length && pairs.length === target.length) return unchanged;
	const stretches = paragraphStretchesOf(source, target, pairs);
	let cells = 0;
	const open = stretches
		.filter(hasLone)
		.filter(({ ours, theirs }) => (cells += ours.length * theirs.length) <= MOST_CELLS_IN_ALL);
	if (open.length === 0) return unchanged;
	const growthBeside = createGrowthBeside(stretches);
	const ofPairs = growthOfPairs(source, target, pairs);
	// Where nothing of the source is lost, all paragraphs tell better than first parts of some of them.
	const isWhole = pairs.length === source.length;
	const known = isWhole ? sizeOfAll(target) / sizeOfAll(source) : ofPairs;
	const matched = Math.max(leastGrowth(witnesses), known ?? growthOf(witnesses));
	const isSure = ofPairs !== undefined;
	const outside = new Set(pairs);
	const joined: Bead[] = [];
	for (const stretch of open) {
		const { from, ours, to, theirs } = stretch;
		const growth = growthBeside(stretch) ?? matched;
		const beads = alignBeads(ours, theirs, { growth, matched, isSure }, witnesses);
		if (!beads.some(isJoined)) continue;
		for (const pair of pairs)
			if (pair[0] >= from && pair[0] < from + ours.length) outside.delete(pair);
		for (const bead of beads) joined.push({ ...bead, from: bead.from + from, to: bead.to + to });
	}
	if (joined.length === 0) return unchanged;
	const beads = [...outside].map(([from, to]): Bead => ({ from, parts: 1, to, others: 1 }));
	const found = withBeads(
		source,
		target,
		beads.concat(joined).sort((a, b) => a.from - b.from),
	);
	// Whole paragraphs tell better than parts how long the others should be.
	return joinParagraphs(found.source, found.target, found.pairs, witnesses);
}

function isJoined({ parts, others }: Bead): boolean {
	return parts + others > 2;
}

/** Whether a paragraph has no partner, which a table of that size can tell the reason of. */
function hasLone({ ours, theirs, matched }: ParagraphStretch): boolean {
	const isLone = [ours, theirs].some(
		(blocks) => blocks.filter(({ kind }) => kind === 'paragraph').length > matched,
	);
	return isLone && ours.length * theirs.length <= MOST_CELLS;
}

function withBeads(
	source: readonly Block[],
	target: readonly Block[],
	beads: readonly Bead[],
): Joined {
	const [ours, theirs, pairs]: [Block[], Block[], IndexPair[]] = [[], [], []];
	let [i, j] = [0, 0];
	for (const { from, parts, to, others } of beads) {
		while (i < from) ours.push(source[i++]!);
		while (j < to) theirs.push(target[j++]!);
		pairs.push([ours.length, theirs.length]);
		ours.push(joinedParagraph(source.slice(i, (i += parts))));
		theirs.push(joinedParagraph(target.slice(j, (j += others))));
	}
	return { source: ours.concat(source.slice(i)), target: theirs.concat(target.slice(j)), pairs };
}
