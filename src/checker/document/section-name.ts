import { eachBlock, type Block } from './block.ts';
import type { Document } from './document.ts';
import { partitionPoint } from './partition-point.ts';
import { textOf } from './text-of.ts';

/**
 * Tells under which heading a line of a page stands, by the heading's words; empty before the first
 * one. Looks through the page once, and only if a line is asked for.
 */
export function createSectionNames({ blocks, text }: Document): (line: number) => string {
	let headings: readonly Block[] | undefined;
	return (line) => {
		headings ??= eachBlock(blocks).filter(({ kind }) => kind === 'heading');
		const count = partitionPoint(headings, ({ span }) => span.start.line <= line);
		const heading = headings[count - 1];
		return heading ? textOf(heading, text).trim() : '';
	};
}
