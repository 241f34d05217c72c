import { haveSameInlines, type Block, type Code } from '../document/block.ts';
import { alignSequence, type IndexPair } from './align-sequence.ts';
import { dice, type Evidence, type Witness } from './evidence.ts';
import { sectionsOf } from './sections.ts';
import { kinship, similarity } from './similarity.ts';

export interface Witnesses {
	readonly source: Witness;
	readonly target: Witness;
}

/** Most cells of one alignment table: about 10 MB and a few tens of milliseconds. */
const MOST_CELLS = 250_000;

/**
 * Matches the blocks of one level. Where both sides have the same shape and nothing speaks against
 * it, the position decides; otherwise the best global alignment does.
 */
export function alignBlocks(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	if (agree(source, target)) return source.map((_, index) => [index, index]);
	if (source.length * target.length <= MOST_CELLS) return alignAll(source, target, witnesses);
	return alignBySections(source, target, witnesses);
}

/** Whether both sides have the same shape, and nothing speaks for another order. */
export function agree(source: readonly Block[], target: readonly Block[]): boolean {
	return (
		source.length === target.length &&
		source.every((block, index) => kinship(block, target[index]!) === 1) &&
		// Blocks that changed places are two at least.
		source.filter((block, index) => contradicts(block, target[index]!)).length < 2
	);
}

/** Whether two blocks at one position most likely are not the same one. Cheap, and may err. */
function contradicts(source: Block, target: Block): boolean {
	if (source.code && target.code) return !haveSameLines(source.code, target.code);
	if (!haveSameInlines(source, target) && KEPT.some((kind) => areApart(source, target, kind)))
		return true;
	const ours = source.span.to - source.span.from;
	const theirs = target.span.to - target.span.from;
	const small = Math.min(ours, theirs);
	const large = Math.max(ours, theirs);
	return source.kind !== 'code' && large > 2.2 * small && large - small > 60;
}

/** The same for containers, by their parts. */
function mayContradict(source: Block, target: Block): boolean {
	return (
		contradicts(source, target) ||
		source.children.some((child, index) => {
			const other = target.children[index];
			return other !== undefined && mayContradict(child, other);
		})
	);
}

/** What a translation keeps within its text. */
const KEPT = ['link', 'code', 'image'] as const;

/** Whether one of two blocks holds things of a kind, and the other none of them. */
function areApart(source: Block, target: Block, kind: string): boolean {
	const ours = valuesOf(source, kind);
	const theirs = new Set(valuesOf(target, kind));
	return ours.length + theirs.size > 0 && !ours.some((value) => theirs.has(value));
}

function valuesOf({ inlines }: Block, kind: string): string[] {
	return inlines.filter((inline) => inline.kind === kind).map(({ value }) => value);
}

/** Asked for by each step of the alignment, and told once: to read blocks line by line takes long. */
function haveSameLines(source: Code, target: Code): boolean {
	if (source.code === target.code) return true;
	const last = compared.get(target);
	if (last?.source === source) return last.isSame;
	const isSame = shareLines(source.code, target.code);
	compared.set(target, { source, isSame });
	return isSame;
}

const compared = new WeakMap<Code, { readonly source: Code; readonly isSame: boolean }>();

function shareLines(source: string, target: string): boolean {
	const holds = createLineSearch(source);
	let [telling, shared] = [0, 0];
	for (const line of target.split('\n')) {
		const bare = line.trim();
		if (bare.length <= 3) continue;
		telling++;
		if (holds(bare)) shared++;
	}
	return shared >= telling / 2;
}

/** Whether a block has a line. To look for a part of one takes as long as the block. */
function createLineSearch(source: string): (line: string) => boolean {
	if (source.length <= LONGEST_SEARCHED) return (line) => source.includes(line);
	const lines = new Set(source.split('\n').map((line) => line.trim()));
	return (line) => lines.has(line);
}

/** Characters of a block in which parts of lines are looked for. */
const LONGEST_SEARCHED = 20_000;

function alignAll(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): IndexPair[] {
	const [ours, theirs] = [
		evidenceOf(source, witnesses.source),
		evidenceOf(target, witnesses.target),
	];
	const growth = growthOf(witnesses);
	return alignSequence(source.length, target.length, (i, j) =>
		similarity(source[i]!, target[j]!, ours[i]!, theirs[j]!, growth),
	);
}

/** How much longer the translation is as a whole, as a factor; short pages tell little about that. */
export function growthOf({ source, target }: Witnesses): number {
	return (target.size + SURE_SIZE) / (source.size + SURE_SIZE);
}

const SURE_SIZE = 1000;

/** The evidence of each block; a heading speaks for its whole section. */
function evidenceOf(blocks: readonly Block[], witness: Witness): Evidence[] {
	return sectionsOf(blocks).flatMap((section) =>
		section.blocks.map((block) =>
			block.kind === 'heading' ? witness.together(section.blocks) : witness.of(block),
		),
	);
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
	return sections.flatMap(([i, j]) => {
		const [a, b] = [ours[i]!.blocks, theirs[j]!.blocks];
		const pairs =
			a.length * b.length <= MOST_CELLS
				? alignAll(a, b, witnesses)
				: positions(a.length, b.length).filter(([x, y]) => kinship(a[x]!, b[y]!) > 0);
		return pairs.map(([x, y]): IndexPair => [starts.source[i]! + x, starts.target[j]! + y]);
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

/** Kinds that a single mark tells apart: a component by its name, an item from a few others. */
const TELLING = new Set(['code', 'component', 'figure', 'item', 'row']);
/** Share of marks from which a block is recognised at another place. */
const SAME = 0.6;
/** Share of marks below which two matched blocks may belong to others. */
const STRANGERS = 0.2;

/** Whether a block of the source and one of the target are one, wherever they stand. */
export function areSame(source: Block, target: Block, witnesses: Witnesses): boolean {
	if (kinship(source, target) < 0.6) return false;
	const [ours, theirs] = [witnesses.source.of(source).marks, witnesses.target.of(target).marks];
	const enough = TELLING.has(source.kind) ? 1 : 2;
	return ours.size >= enough && theirs.size >= enough && dice(ours, theirs)! >= SAME;
}

/** Whether two matched blocks have so little in common that each may belong to another. */
export function areStrangers(source: Block, target: Block, witnesses: Witnesses): boolean {
	if (!mayContradict(source, target)) return false;
	const share = dice(witnesses.source.of(source).marks, witnesses.target.of(target).marks);
	return share !== undefined && share < STRANGERS;
}
