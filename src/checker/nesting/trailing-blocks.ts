import { kinship } from '../alignment/similarity.ts';
import type { Block } from '../document/block.ts';
import { holdOtherThings, spanFrom, type Misnested } from './misnested.ts';
import { withChildren } from './renest.ts';

/** A list of the translation, and what stands behind it, at the levels of the source. */
export interface Trailing {
	readonly list: Block;
	/** What followed it and belongs into its last item: so many blocks. */
	readonly taken: number;
	/** What belongs behind it. */
	readonly behind: readonly Block[];
	readonly misnested: Misnested;
}

/**
 * Blocks behind a list that stand in its last item on one side only: there one indentation too many
 * or too few is all that tells them apart, whatever else the list has lost.
 *
 * @param behindOurs what follows the list in the source, `behindTheirs` in the translation
 * @param lone blocks without a partner, or with one elsewhere
 */
export function findTrailing(
	ours: Block,
	behindOurs: readonly Block[],
	theirs: Block,
	behindTheirs: readonly Block[],
	lone: ReadonlySet<Block>,
): Trailing | undefined {
	const [own, item] = [ours.children.at(-1), theirs.children.at(-1)];
	if (own?.kind !== 'item' || item?.kind !== 'item') return undefined;
	const [tail, ownTail] = [lastOf(item, lone), lastOf(own, lone)];
	const [next, ownNext] = [firstOf(behindTheirs, lone), firstOf(behindOurs, lone)];
	if (areSame(ownNext.slice(0, tail.length), tail)) {
		const kept = withChildren(item, item.children.slice(0, -tail.length));
		return {
			list: withChildren(theirs, [...theirs.children.slice(0, -1), kept]),
			taken: 0,
			behind: tail,
			misnested: tell('indented', item, tail, ownNext.slice(0, tail.length)),
		};
	}
	const taken = next.slice(0, ownTail.length);
	if (!areSame(ownTail, taken)) return undefined;
	const grown = withChildren(item, [...item.children, ...taken]);
	return {
		list: withChildren(theirs, [...theirs.children.slice(0, -1), grown]),
		taken: taken.length,
		behind: [],
		misnested: tell('outdented', own, taken, ownTail),
	};
}

/** Blocks at the end of an item, but never all that it holds. */
function lastOf(item: Block, lone: ReadonlySet<Block>): readonly Block[] {
	// Without what stands behind it, an item may have been taken for another one.
	const last = lone.has(item) ? -1 : item.children.findLastIndex((block) => !lone.has(block));
	return item.children.slice(Math.max(1, last + 1));
}

function firstOf(blocks: readonly Block[], lone: ReadonlySet<Block>): readonly Block[] {
	const end = blocks.findIndex((block) => !lone.has(block));
	return end < 0 ? blocks : blocks.slice(0, end);
}

/** Whether these are the same blocks, as far as can be told of blocks in two languages. */
function areSame(ours: readonly Block[], theirs: readonly Block[]): boolean {
	return (
		ours.length > 0 &&
		ours.length === theirs.length &&
		ours.every((block, index) => {
			const other = theirs[index]!;
			return kinship(block, other) === 1 && !holdOtherThings(block, other);
		})
	);
}

function tell(
	nesting: Misnested['nesting'],
	container: Block,
	blocks: readonly Block[],
	sources: readonly Block[],
): Misnested {
	return {
		...{ nesting, container, block: blocks[0]!, list: undefined, count: blocks.length },
		span: spanFrom(blocks[0]!, blocks.at(-1)!),
		source: spanFrom(sources[0]!, sources.at(-1)!),
	};
}
