import type { Block } from '../document/block.ts';
import type { IndexPair } from './align-sequence.ts';

/** A stretch of both sides, up to and without its end, and how it was matched. */
export interface Stretch {
	readonly from: IndexPair;
	readonly to: IndexPair;
	readonly pairs: readonly IndexPair[];
	/** Whether each side has a heading there that the other lacks. */
	readonly isCrossed: boolean;
}

/**
 * Divides an alignment: from a heading without a partner to the next such one of the other side, with
 * its section, it is crossed.
 */
export function stretchesOf(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
): Stretch[] {
	const stretches: Stretch[] = [];
	let lone: { readonly isOurs: boolean; readonly at: IndexPair; readonly pair: number } | undefined;
	const open = { from: [0, 0] as IndexPair, pair: 0, isCrossed: false };
	const close = (to: IndexPair, pair: number): void => {
		const { from, isCrossed } = open;
		stretches.push({ from, to, pairs: pairs.slice(open.pair, pair), isCrossed });
		Object.assign(open, { from: to, pair, isCrossed: false });
	};
	let [i, j] = [0, 0];
	for (let pair = 0; pair <= pairs.length; pair++) {
		const [nextI, nextJ] = pairs[pair] ?? [source.length, target.length];
		const at: IndexPair = [i, j];
		const pass = ({ kind }: Block, isOurs: boolean): void => {
			if (kind !== 'heading' || open.isCrossed) return;
			if (!lone || lone.isOurs === isOurs) lone = { isOurs, at, pair };
			else {
				close(lone.at, lone.pair);
				open.isCrossed = true;
			}
		};
		for (; i < nextI; i++) pass(source[i]!, true);
		for (; j < nextJ; j++) pass(target[j]!, false);
		if (open.isCrossed && (source[i]?.kind ?? 'heading') === 'heading') {
			close([i, j], pair);
			lone = undefined;
		}
		i++;
		j++;
	}
	close([source.length, target.length], pairs.length);
	return stretches;
}
