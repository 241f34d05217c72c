import type { Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { withoutHtmlComments } from '../document/html-tags.ts';
import { spanOf } from '../markdown-tree.ts';
import { spansWithin, type Span } from '../place.ts';

/** A text of a page as it is written, with blanks in the place of what nothing runs. */
export interface WrittenText {
	readonly block: Block;
	readonly text: string;
	/** Where a part of it stands in the page; parts are asked for in their order. */
	readonly spanOf: (from: number, to: number) => Span;
}

/**
 * The texts of paragraphs, headings and cells without their code and their comments, which is where
 * other renderers may find what ours takes for text; in the order of the page.
 *
 * @param sign what they must hold, lest they are of no interest
 * @param isHtml whether pieces of HTML count as well
 */
export function* writtenTexts(
	document: Document,
	sign: string,
	isHtml = false,
): Generator<WrittenText> {
	const { text: page } = document;
	let at = page.indexOf(sign, document.head?.to);
	function* within(blocks: readonly Block[]): Generator<WrittenText> {
		for (const block of blocks) {
			const { kind, span, children } = block;
			// From one to the next, so that the page is searched once.
			if (at >= 0 && at < span.from) at = page.indexOf(sign, span.from);
			if (at < 0) return;
			if (at >= span.to) continue;
			if (TEXTS.has(kind) || (isHtml && kind === 'html')) {
				const written = writtenText(block, page, isHtml);
				if (written.text.includes(sign)) yield written;
			}
			if (children.length > 0) yield* within(children);
		}
	}
	yield* within(document.blocks);
}

function writtenText(block: Block, page: string, isHtml: boolean): WrittenText {
	const { node, inlines } = block;
	const whole = spanOf(node);
	const { from, to } = whole;
	const written = page.slice(from, to);
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
	return {
		block,
		// One that nothing closes is text.
		text: withoutHtmlComments(text.slice(0, closed)) + text.slice(closed),
		spanOf: spansWithin(whole, written),
	};
}

const TEXTS: ReadonlySet<string> = new Set(['paragraph', 'figure', 'heading', 'cell']);

function blank(text: string): string {
	return ' '.repeat(text.length);
}
