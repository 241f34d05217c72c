import type { Block } from '../document/block.ts';

/** A block with a place of its own: any but a list, which is nothing beside its items. */
export interface Piece {
	readonly block: Block;
	/** Index of the piece that holds it, -1 for none. */
	readonly parent: number;
	/** How many pieces hold it. */
	readonly depth: number;
	/** The list that an item belongs to. */
	readonly list: Block | undefined;
}

/**
 * Blocks and all below them, in the order of the page; what a table holds cannot stand elsewhere.
 *
 * @param list that the blocks belong to, if they are items
 */
export function piecesOf(blocks: readonly Block[], list?: Block): Piece[] {
	const pieces: Piece[] = [];
	const collect = (
		siblings: readonly Block[],
		parent: number,
		depth: number,
		around: Block | undefined,
	): void => {
		for (const block of siblings)
			if (block.kind === 'list') collect(block.children, parent, depth, block);
			else {
				const index = pieces.push({ block, parent, depth, list: around }) - 1;
				if (block.kind !== 'table') collect(block.children, index, depth + 1, undefined);
			}
	};
	collect(blocks, -1, 0, list);
	return pieces;
}
