import type { Block } from '../../document/block.ts';
import { GAP } from '../align-sequence.ts';
import type { Evidence, Witness, Witnesses } from '../evidence.ts';
import { areContrary, similarity } from '../similarity.ts';
import { createBeadFit, type Lengths } from './bead-fit.ts';

/** Neighbours of one side that say what neighbours of the other one say; one of the two is a single block. */
export interface Bead {
	/** Position of the first block of the source. */
	readonly from: number;
	/** How many blocks of the source. */
	readonly parts: number;
	readonly to: number;
	readonly others: number;
}

/** What each further part costs: that one paragraph was left alone is likelier. */
const PART = 0.2;

/** What it costs that two paragraphs name other things: nearly as much as that both are alone. */
const CONTRARY = 0.5;

/**
 * The best alignment of two short sequences of blocks in which several paragraphs may stand for one
 * (Gale and Church 1993, https://aclanthology.org/J93-1004/, align sentences so, by their lengths
 * alone). Only blocks that have a partner are in it.
 */
export function alignBeads(
	source: readonly Block[],
	target: readonly Block[],
	lengths: Lengths,
	witnesses: Witnesses,
): Bead[] {
	const width = target.length + 1;
	const scores = new Float64Array((source.length + 1) * width).fill(-Infinity);
	const steps: (readonly [parts: number, others: number])[] = [];
	const fits = createBeadFit(source, target, lengths, witnesses);
	scores[0] = 0;
	const gainOf = (i: number, parts: number, j: number, others: number): number => {
		if (parts === 0 || others === 0) return -GAP;
		const [ours, theirs] = [source.slice(i, i + parts), target.slice(j, j + others)];
		if (parts + others > 2 && !fits(ours, theirs)) return -Infinity;
		const [own, other] = [evidenceOf(ours, witnesses.source), evidenceOf(theirs, witnesses.target)];
		const like = similarity(ours[0]!, theirs[0]!, own, other, lengths.growth);
		if (like === 0) return -Infinity;
		const more = parts + others - 2;
		return like * (1 + more / 2) - PART * more - (areContrary(own, other) ? CONTRARY : 0);
	};
	for (let i = 0; i <= source.length; i++)
		for (let j = 0; j <= target.length; j++) {
			const cell = i * width + j;
			for (const [parts, others] of STEPS) {
				if (parts > i || others > j) continue;
				const before = scores[cell - parts * width - others]!;
				if (before === -Infinity) continue;
				const score = before + gainOf(i - parts, parts, j - others, others);
				if (score > scores[cell]!) [scores[cell], steps[cell]] = [score, [parts, others]];
			}
		}
	const beads: Bead[] = [];
	for (let [i, j] = [source.length, target.length]; i > 0 || j > 0;) {
		const [parts, others] = steps[i * width + j]!;
		[i, j] = [i - parts, j - others];
		if (parts > 0 && others > 0) beads.push({ from: i, parts, to: j, others });
	}
	return beads.reverse();
}

function evidenceOf(blocks: readonly Block[], witness: Witness): Evidence {
	return blocks.length === 1 ? witness.of(blocks[0]!) : witness.together(blocks);
}

/** How many blocks of each side go together: the first of several that are as likely is taken. */
const STEPS: readonly (readonly [parts: number, others: number])[] = [
	[1, 1],
	[1, 0],
	[0, 1],
	[1, 2],
	[2, 1],
	[1, 3],
	[3, 1],
	[1, 4],
	[4, 1],
];
