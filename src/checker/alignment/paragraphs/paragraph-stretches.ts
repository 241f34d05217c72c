import type { Block } from '../../document/block.ts';
import type { IndexPair } from '../align-sequence.ts';

/** Blocks of both sides between two that belong together and are no paragraphs. */
export interface ParagraphStretch {
	readonly from: number;
	readonly ours: readonly Block[];
	readonly to: number;
	readonly theirs: readonly Block[];
	/** Paragraphs that have a partner. */
	readonly matched: number;
}

/** The stretches of one level that have paragraphs on both sides. */
export function paragraphStretchesOf(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
): ParagraphStretch[] {
	const stretches: ParagraphStretch[] = [];
	let [from, to, matched] = [0, 0, 0];
	const close = (end: IndexPair, next: IndexPair): void => {
		const [ours, theirs] = [source.slice(from, end[0]), target.slice(to, end[1])];
		if (matched > 0) stretches.push({ from, ours, to, theirs, matched });
		[[from, to], matched] = [next, 0];
	};
	let [i, j] = [0, 0];
	for (const pair of [...pairs, [source.length, target.length] as const]) {
		// What stands below a heading that is gone belongs to what stands above it no more than to another.
		const [ours, theirs] = [headingsIn(source, i, pair[0]), headingsIn(target, j, pair[1])];
		const isGone = ours.length + theirs.length > 0;
		if (isGone)
			close(
				[ours[0] ?? i, theirs[0] ?? j],
				[(ours.at(-1) ?? pair[0] - 1) + 1, (theirs.at(-1) ?? pair[1] - 1) + 1],
			);
		[i, j] = [pair[0] + 1, pair[1] + 1];
		if (source[pair[0]]?.kind === 'paragraph' && target[pair[1]]?.kind === 'paragraph') matched++;
		else close(pair, [i, j]);
	}
	return stretches;
}

function headingsIn(blocks: readonly Block[], from: number, end: number): number[] {
	const found: number[] = [];
	for (let at = from; at < end; at++) if (blocks[at]!.kind === 'heading') found.push(at);
	return found;
}
