import type { Block } from '../document/block.ts';
import { kinship } from './similarity.ts';

/**
 * Whether a block of the target holds what a block of the source does, in another shape: the shape
 * is `lost` where a callout became a mere paragraph or the component around a list is gone, and
 * `new` the other way round.
 */
export function recastOf(source: Block, target: Block): 'lost' | 'new' | undefined {
	const [ours, theirs] = [sizeOf(source), sizeOf(target)];
	if (Math.min(ours, theirs) * MOST_GROWTH < Math.max(ours, theirs)) return undefined;
	if (target.kind === 'paragraph' && SHAPED.has(source.kind)) return 'lost';
	if (source.kind === 'paragraph' && SHAPED.has(target.kind)) return 'new';
	const [inner, outer] = [soleChildOf(source), soleChildOf(target)];
	if (inner && kinship(inner, target) === 1) return 'lost';
	return outer && kinship(source, outer) === 1 ? 'new' : undefined;
}

/** What stands alone within a frame that may have been taken away, or put around it. */
export function soleChildOf({ kind, children }: Block): Block | undefined {
	return FRAMES.has(kind) && children.length === 1 ? children[0] : undefined;
}

/** How far, as a factor, the lengths may lie apart. */
const MOST_GROWTH = 2.5;

/** Kinds of which text is left where their marks are forgotten. */
const SHAPED = new Set(['heading', 'list', 'quote', 'callout', 'table', 'code', 'figure']);
export const FRAMES = new Set(['quote', 'callout', 'component', 'html']);

function sizeOf({ span }: Block): number {
	return span.to - span.from;
}
