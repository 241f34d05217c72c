import { eachBlock, type Block, type BlockKind } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Point, Range } from '../place.ts';

/** The block of a kind that begins at a place. */
export function blockAt(
	{ blocks }: Document,
	kinds: readonly BlockKind[],
	range: Range | undefined,
): Block | undefined {
	if (!range) return undefined;
	return eachBlock(blocks).find(
		({ kind, span }) => kinds.includes(kind) && isSame(span.start, range.start),
	);
}

/** The code block that a line belongs to, fences included. */
export function codeAround({ blocks }: Document, range: Range | undefined): Block | undefined {
	if (!range) return undefined;
	const { line } = range.start;
	return eachBlock(blocks).find(
		({ kind, span }) => kind === 'code' && span.start.line <= line && line <= span.end.line,
	);
}

export function isSame(a: Point, b: Point): boolean {
	return a.line === b.line && a.column === b.column;
}
