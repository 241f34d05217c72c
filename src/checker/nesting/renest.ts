import type { Block } from '../document/block.ts';
import { spanFrom } from './misnested.ts';
import type { Piece } from './pieces.ts';

/**
 * The pieces of a translation in the lists, items and callouts of their source.
 *
 * @param pieces as many as the source has, in its order
 */
export function renest(source: readonly Block[], pieces: readonly Piece[]): Block[] {
	let next = 0;
	const renestAll = (blocks: readonly Block[]): Block[] =>
		blocks.map((block) => {
			if (block.kind === 'list') {
				const { list } = pieces[next]!;
				return withChildren(list!, renestAll(block.children));
			}
			const piece = pieces[next++]!.block;
			return piece.kind === 'table' ? piece : withChildren(piece, renestAll(block.children));
		});
	return renestAll(source);
}

/** A block as it is, or with other children: it ends where the last of them does. */
export function withChildren(block: Block, children: readonly Block[]): Block {
	const isSame =
		children.length === block.children.length &&
		children.every((child, index) => child === block.children[index]);
	if (isSame) return block;
	const [first, last] = [children[0], children.at(-1)];
	const begin = block.kind === 'list' && first ? first : block;
	return { ...block, children, span: spanFrom(begin, last ?? block) };
}
