import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { withoutHtmlComments } from '../document/html-tags.ts';
import { spanOf } from '../markdown-tree.ts';
import { pointBehind, type Point, type Span } from '../place.ts';

/** A text of a page as it is written, with blanks in the place of what nothing runs. */
export interface WrittenText {
	readonly text: string;
	/** Where a part of it stands in the page; parts are asked for in their order. */
	readonly spanOf: (from: number, to: number) => Span;
}

/**
 * The text of a paragraph, a heading or a cell without its code and its comments, which is where other
 * renderers may find what ours takes for text.
 *
 * @param sign what it must hold, lest it is of no interest
 * @param isHtml whether pieces of HTML count as well
 * @returns `undefined` for a block without the sign, or without a text of its own
 */
export function writtenText(
	{ kind, node, inlines, span: whole }: Block,
	document: Document,
	sign: string,
	isHtml = false,
): WrittenText | undefined {
	if (!(TEXTS.has(kind) || (isHtml && kind === 'html'))) return undefined;
	if (!document.text.slice(whole.from, whole.to).includes(sign)) return undefined;
	const { from, to, start } = spanOf(node);
	const written = document.text.slice(from, to);
	let text = '';
	for (const { kind: part, span } of inlines) {
		if (!(part === 'code' || (part === 'tag' && !isHtml))) continue;
		const end = Math.max(0, span.from - from);
		if (end < text.length) continue;
		text += written.slice(text.length, end);
		text += blank(written.slice(text.length, span.to - from));
	}
	text += written.slice(text.length);
	const closed = text.lastIndexOf('-->') + 3;
	let [at, point]: [number, Point] = [0, start];
	const pointAt = (offset: number): Point => {
		point = pointBehind(point, written.slice(at, offset));
		at = offset;
		return point;
	};
	return {
		// One that nothing closes is text.
		text: withoutHtmlComments(text.slice(0, closed)) + text.slice(closed),
		spanOf: (first, last) => ({
			...{ start: pointAt(first), end: pointAt(last) },
			...{ from: from + first, to: from + last },
		}),
	};
}

const TEXTS: ReadonlySet<string> = new Set(['paragraph', 'figure', 'heading', 'cell']);

function blank(text: string): string {
	return ' '.repeat(text.length);
}
