import type { Block } from '../document/block.ts';
import type { IndexPair } from './align-sequence.ts';

/** How much less like their new partners the blocks beside a gap may be, all together. */
const LOSS = 0.2;

/** Blocks of one side that follow one another and have no partner; `end` is the first that has one. */
interface Gap {
	readonly from: number;
	readonly end: number;
	/** Where it stands among the blocks of the other side. */
	readonly at: number;
}

/**
 * Moves gaps to where sections begin, if that is about as likely: a translator forgets a section
 * rather than the end of one and the heading of the next.
 */
export function slideGaps(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
	similarity: (source: number, target: number) => number,
): IndexPair[] {
	const partners = new Map(pairs);
	const slid = slideAll(source, target.length, partners, similarity);
	const back = new Map([...slid].map(([i, j]) => [j, i]));
	const result = slideAll(target, source.length, back, (j, i) => similarity(i, j));
	return [...result].map(([j, i]): IndexPair => [i, j]).sort(([a], [b]) => a - b);
}

function slideAll(
	blocks: readonly Block[],
	others: number,
	partners: Map<number, number>,
	similarity: (block: number, other: number) => number,
): Map<number, number> {
	for (const gap of gapsIn(blocks, others, partners)) {
		const top = topHeading(blocks.slice(gap.from, gap.end));
		if (!top || top.index === 0) continue;
		const slides = [top.index, top.index - (gap.end - gap.from)]
			.filter((by) => isEndOfSection(blocks[gap.end + by], top.level))
			.map((by) => ({ by, loss: lossOf(blocks, gap, by, partners, similarity) }))
			.filter(({ loss }) => loss <= LOSS)
			.sort((one, other) => one.loss - other.loss);
		if (slides[0]) slide(gap, slides[0].by, partners);
	}
	return partners;
}

/** The first one of the highest level. */
function topHeading(
	blocks: readonly Block[],
): { readonly index: number; readonly level: string } | undefined {
	const levels = blocks.map(({ kind, name }) => (kind === 'heading' ? name : LOWER));
	const level = levels.reduce((one, other) => (other < one ? other : one), LOWER);
	return level === LOWER ? undefined : { index: levels.indexOf(level), level };
}

/** Than all levels of headings. */
const LOWER = '9';

function isEndOfSection(next: Block | undefined, level: string): boolean {
	return !next || (next.kind === 'heading' && next.name <= level);
}

/** Gaps between two pairs that follow one another on the other side. */
function gapsIn(
	blocks: readonly Block[],
	others: number,
	partners: ReadonlyMap<number, number>,
): Gap[] {
	const gaps: Gap[] = [];
	for (let from = 0, at = 0; from < blocks.length; from++) {
		const partner = partners.get(from);
		if (partner !== undefined) {
			at = partner + 1;
			continue;
		}
		let end = from + 1;
		while (end < blocks.length && !partners.has(end)) end++;
		if ((partners.get(end) ?? others) === at) gaps.push({ from, end, at });
		from = end - 1;
	}
	return gaps;
}

/** What is lost when a gap slides by so many blocks; `Infinity` where it cannot. */
function lossOf(
	blocks: readonly Block[],
	{ from, end, at }: Gap,
	by: number,
	partners: ReadonlyMap<number, number>,
	similarity: (block: number, other: number) => number,
): number {
	const size = end - from;
	let loss = 0;
	for (let k = 0; k < Math.abs(by); k++) {
		const [old, other] = by > 0 ? [end + k, at + k] : [from - 1 - k, at - 1 - k];
		if (partners.get(old) !== other) return Infinity;
		const fresh = by > 0 ? old - size : old + size;
		const gain = isSameKind(blocks[old]!, blocks[fresh]!) ? similarity(fresh, other) : 0;
		if (gain === 0) return Infinity;
		loss += similarity(old, other) - gain;
	}
	return loss;
}

function isSameKind(one: Block, other: Block): boolean {
	return one.kind === other.kind && one.name === other.name;
}

function slide({ from, end, at }: Gap, by: number, partners: Map<number, number>): void {
	const size = end - from;
	for (let k = 0; k < Math.abs(by); k++) {
		const [old, other] = by > 0 ? [end + k, at + k] : [from - 1 - k, at - 1 - k];
		partners.delete(old);
		partners.set(by > 0 ? old - size : old + size, other);
	}
}
