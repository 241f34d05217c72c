import { eachBlock, type Block } from '../document/block.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';

/** How a list stands that belongs to an item on one side only: its indentation is wrong. */
export type Nesting = 'indented' | 'outdented';

/** Lines between an item and what stands right behind it. */
const NEAR = 2;

/**
 * Lists that moved into the item above them (`indented`), or out of it (`outdented`), by the range
 * that their remarks have.
 */
export function misnestedLists({ source, target, alignment }: Pair): Map<Range, Nesting> {
	const lists = alignment.moved.filter((match) => match.target.kind === 'list');
	const nestings = new Map<Range, Nesting>();
	if (lists.length === 0) return nestings;
	const items = { source: itemsOf(source.blocks), target: itemsOf(target.blocks) };
	const { matches } = alignment;
	for (const { source: from, target: to } of lists) {
		const [ours, theirs] = [items.source.get(from), items.target.get(to)];
		const counterpart = matches.find((match) =>
			ours ? match.source === ours : match.target === theirs,
		);
		if (!counterpart || (ours === undefined) === (theirs === undefined)) continue;
		if (ours && isBehind(to, counterpart.target)) nestings.set(to.span, 'outdented');
		if (theirs && isBehind(from, counterpart.source)) nestings.set(to.span, 'indented');
	}
	return nestings;
}

/** Lists within items, with those. */
function itemsOf(blocks: readonly Block[]): Map<Block, Block> {
	const lists = new Map<Block, Block>();
	for (const block of eachBlock(blocks))
		if (block.kind === 'item')
			for (const child of block.children) if (child.kind === 'list') lists.set(child, block);
	return lists;
}

function isBehind(list: Block, item: Block): boolean {
	const lines = list.span.start.line - item.span.end.line;
	return lines >= 0 && lines <= NEAR;
}
