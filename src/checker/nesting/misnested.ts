import { mayContradict } from '../alignment/agreement.ts';
import { kinship } from '../alignment/similarity.ts';
import { eachBlock, type Block, type Code } from '../document/block.ts';
import type { Span } from '../place.ts';
import { findListEnds } from './list-ends.ts';
import type { Nesting } from './misnested-lists.ts';
import type { Piece } from './pieces.ts';

/** Neighbours that stand within something on one side only, or an item in another list. */
export interface Misnested {
	readonly nesting: Nesting | 'merged' | 'divided';
	/** What holds them on that side: an item, a callout or a quotation; the item itself. */
	readonly container: Block;
	/** The first of them. */
	readonly block: Block;
	/** The list that they make up in the translation, if they are all of its items. */
	readonly list: Block | undefined;
	readonly count: number;
	readonly span: Span;
	/** Where they stand in the source. */
	readonly source: Span;
}

interface Run {
	readonly first: number;
	last: number;
	count: number;
}

/**
 * What stands at another level, where both sides hold the same pieces in the same order; `undefined`
 * where they do not, or where something else than indentation tells the levels apart.
 */
export function findMisnested(
	ours: readonly Piece[],
	theirs: readonly Piece[],
): Misnested[] | undefined {
	if (ours.length !== theirs.length) return undefined;
	const isSame = ours.every(({ block }, index) => kinship(block, theirs[index]!.block) > 0.5);
	if (!isSame) return undefined;
	const runs: Run[] = [];
	for (const [index, piece] of ours.entries()) {
		const other = theirs[index]!;
		// What follows an item that moved goes along with it, and keeps its own level.
		if (piece.parent === other.parent || piece.depth === other.depth) continue;
		if (holdOtherThings(piece.block, other.block)) return undefined;
		const run = runs.at(-1);
		if (run && isBeside(ours, theirs, run.last, index)) {
			run.last = index;
			run.count++;
		} else runs.push({ first: index, last: index, count: 1 });
	}
	const found = [...runs.map((run) => tell(run, ours, theirs)), ...findListEnds(ours, theirs)];
	return found.every(({ container: { kind } }) => INDENTED.has(kind)) ? found : undefined;
}

/** Kinds that hold what is indented below them, or marked as they are. */
const INDENTED = new Set(['item', 'callout', 'quote']);

/**
 * Whether both hold things that a translation keeps, and none of them is the same. Of samples of text
 * every line may be translated, but all of them are there.
 */
export function holdOtherThings(ours: Block, theirs: Block): boolean {
	if (ours.code && theirs.code)
		return countLines(ours.code) !== countLines(theirs.code) && mayContradict(ours, theirs);
	const [kept, others] = [keptIn(ours), keptIn(theirs)];
	return kept.size > 0 && others.size > 0 && ![...kept].some((value) => others.has(value));
}

function countLines({ code }: Code): number {
	return code.split('\n').length;
}

/** Links, images and code within text; the names of anchors are those of translated headings. */
function keptIn(block: Block): ReadonlySet<string> {
	const inlines = eachBlock([block]).flatMap((each) => each.inlines);
	return new Set(inlines.map(({ value }) => value).filter((value) => !value.startsWith('#')));
}

/** Whether nothing but what the first of two pieces holds stands between them, on both sides. */
function isBeside(
	ours: readonly Piece[],
	theirs: readonly Piece[],
	from: number,
	to: number,
): boolean {
	if (ours[from]!.parent !== ours[to]!.parent || theirs[from]!.parent !== theirs[to]!.parent)
		return false;
	for (let index = from + 1; index < to; index++)
		if (ours[index]!.depth <= ours[from]!.depth) return false;
	return true;
}

function tell(
	{ first, last, count }: Run,
	ours: readonly Piece[],
	theirs: readonly Piece[],
): Misnested {
	const [from, to] = [ours[first]!, theirs[first]!];
	const isOut = from.depth > to.depth;
	const container = isOut ? ours[from.parent]!.block : theirs[to.parent]!.block;
	return {
		nesting: isOut ? 'outdented' : 'indented',
		container,
		block: to.block,
		list: to.list?.children.length === count ? to.list : undefined,
		count,
		span: spanFrom(to.block, theirs[last]!.block),
		source: spanFrom(from.block, ours[last]!.block),
	};
}

/** From the beginning of a block to the end of another one. */
export function spanFrom({ span }: Block, { span: last }: Block): Span {
	return { start: span.start, end: last.end, from: span.from, to: last.to };
}
