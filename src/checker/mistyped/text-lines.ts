import { eachBlock } from '../document/block.ts';
import type { Document } from '../document/document.ts';

/**
 * The lines of a page without their ends, a mark in the place of each that is code between fences,
 * where nothing was meant as Markdown. Indented code may have been.
 */
export function textLines({ text, blocks }: Pick<Document, 'text' | 'blocks'>): readonly string[] {
	const lines = text.split(/\r?\n/);
	for (const { code, span } of eachBlock(blocks))
		if (code && FENCE.test(text.slice(span.from, span.from + 3)))
			lines.fill(CODE, span.start.line - 1, span.end.line);
	return lines;
}

const FENCE = /^(?:`{3}|~{3})/;
const CODE = '`';
