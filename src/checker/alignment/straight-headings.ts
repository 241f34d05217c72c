import type { Block } from '../document/block.ts';
import { alignSequence, GAP, type IndexPair } from './align-sequence.ts';
import { stretchesOf, type Stretch } from './crossed-stretches.ts';

type Likeness = (i: number, j: number) => number;

/** From which likeness on blocks without partners are surely one, and what it costs that they moved. */
const [SAME, MOVE] = [0.8, 0.3];
/** Blocks of two kinds are less alike. */
const SOME = 0.2;
/** What a pair of headings is worth: with the block, all that likens their sections has moved. */
const HEADING = 0.5;
/** How much less it may explain: one block moves more often than all that stands beside it. */
const LEAD = 0.1;
/** Blocks of a stretch on one side times those on the other: no block moves past so many. */
const MOST_CELLS = 10_000;
/** More than all other blocks of a stretch can be worth. */
const FIXED = 1000;

/**
 * A heading gone here and one come there, with something strong between them that both sides have: a
 * block of code that moved past a heading or two pulls the alignment out of step. Where headings
 * paired in their order leave one run of blocks that moved, and explain as much, they are.
 */
export function straightenHeadings(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
	like: Likeness,
): readonly IndexPair[] {
	const worth = (i: number, j: number): number =>
		source[i]!.kind === 'heading' && target[j]!.kind === 'heading' ? HEADING : like(i, j);
	return stretchesOf(source, target, pairs).flatMap((stretch) => {
		if (!stretch.isCrossed) return stretch.pairs;
		const inOrder = alignInOrder(source, target, stretch, like);
		if (!inOrder) return stretch.pairs;
		const is = explain(stretch.pairs, stretch, worth);
		const would = explain(inOrder, stretch, worth);
		const areSure = would.moved.flat().every(([i, j]) => worth(i, j) >= SAME);
		if (!areSure || !isOneMove(would) || isOfOneHeading(is, source)) return stretch.pairs;
		return would.score + LEAD <= is.score ? stretch.pairs : inOrder;
	});
}

/** Headings by their order, the rest as they fit best; nothing where the levels are others. */
function alignInOrder(
	source: readonly Block[],
	target: readonly Block[],
	{ from, to }: Stretch,
	like: Likeness,
): readonly IndexPair[] | undefined {
	if ((to[0] - from[0]) * (to[1] - from[1]) > MOST_CELLS) return undefined;
	const [ours, theirs] = [headingsIn(source, from[0], to[0]), headingsIn(target, from[1], to[1])];
	const areAlike =
		ours.length === theirs.length &&
		ours.every((i, k) => source[i]!.name === target[theirs[k]!]!.name && like(i, theirs[k]!) > 0);
	if (!areAlike) return undefined;
	const partnerOf = new Map(ours.map((i, k) => [i, theirs[k]!]));
	return alignSequence(to[0] - from[0], to[1] - from[1], (x, y) => {
		const [i, j] = [from[0] + x, from[1] + y];
		const isHeading = source[i]!.kind === 'heading' || target[j]!.kind === 'heading';
		if (isHeading) return partnerOf.get(i) === j ? FIXED : 0;
		return like(i, j);
	}).map(([x, y]) => [from[0] + x, from[1] + y]);
}

function headingsIn(blocks: readonly Block[], from: number, to: number): number[] {
	return indexes(from, to).filter((i) => blocks[i]!.kind === 'heading');
}

/** How well pairs explain a stretch, if runs of blocks that are gone here and come there have moved. */
interface Explanation {
	readonly score: number;
	readonly moved: readonly IndexPair[][];
	/** Runs that are only gone, or only come. */
	readonly lone: number;
}

function isOneMove({ moved, lone }: Explanation): boolean {
	return moved.length === 1 && lone === 0;
}

/** A heading alone goes past what stands below it. */
function isOfOneHeading(explanation: Explanation, source: readonly Block[]): boolean {
	const [run] = explanation.moved;
	return isOneMove(explanation) && run!.length === 1 && source[run![0]![0]]!.kind === 'heading';
}

function explain(pairs: readonly IndexPair[], { from, to }: Stretch, worth: Likeness): Explanation {
	let score = 0;
	let [i, j] = from;
	const gone: number[][] = [];
	const come: number[][] = [];
	for (const [nextI, nextJ] of [...pairs, to]) {
		if (i < nextI) gone.push(indexes(i, nextI));
		if (j < nextJ) come.push(indexes(j, nextJ));
		if (nextI < to[0]) score += worth(nextI, nextJ);
		[i, j] = [nextI + 1, nextJ + 1];
	}
	score -= GAP * (gone.length + come.length);
	const moved: IndexPair[][] = [];
	for (const run of gone) {
		const at = come.findIndex(
			(other) =>
				other.length === run.length && run.every((each, k) => worth(each, other[k]!) > SOME),
		);
		const [other] = at < 0 ? [] : come.splice(at, 1);
		if (!other) continue;
		const blocks = run.map((each, k): IndexPair => [each, other[k]!]);
		moved.push(blocks);
		score += blocks.reduce((sum, [a, b]) => sum + worth(a, b), -MOVE);
	}
	return { score, moved, lone: gone.length - moved.length + come.length };
}

function indexes(from: number, to: number): number[] {
	return Array.from({ length: to - from }, (_, k) => from + k);
}
