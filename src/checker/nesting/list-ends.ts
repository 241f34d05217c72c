import type { Misnested } from './misnested.ts';
import type { Piece } from './pieces.ts';

/**
 * Items that begin another list on one side only, right behind an item on both: there the markers
 * change. Of what divides one list, the first is told.
 */
export function findListEnds(ours: readonly Piece[], theirs: readonly Piece[]): Misnested[] {
	const found: Misnested[] = [];
	const [before, beforeTheirs] = [new Map<number, number>(), new Map<number, number>()];
	let divided: Piece['list'];
	for (const [index, { block, parent, list }] of ours.entries()) {
		const other = theirs[index]!;
		const previous = before.get(parent);
		const isBehindSame = previous !== undefined && previous === beforeTheirs.get(other.parent);
		before.set(parent, index);
		beforeTheirs.set(other.parent, index);
		if (!isBehindSame || block.kind !== 'item' || ours[previous]!.block.kind !== 'item') continue;
		const [isOne, isTheirs] = [
			ours[previous]!.list === list,
			theirs[previous]!.list === other.list,
		];
		if (isOne === isTheirs || (isOne && list === divided)) continue;
		if (isOne) divided = list;
		found.push({
			nesting: isOne ? 'divided' : 'merged',
			container: block,
			block: other.block,
			list: undefined,
			count: 1,
			span: other.block.span,
			source: block.span,
		});
	}
	return found;
}
