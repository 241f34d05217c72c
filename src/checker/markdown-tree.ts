import { markdownToMdast, type MdastNode } from 'satteri';
import type { Span } from './place.ts';

const FEATURES = { gfm: true, frontmatter: true, directive: true } as const;

/** Parses with the parser, and the features, that render the site. */
export function parseMarkdown(text: string): MdastNode {
	return markdownToMdast(text, { features: FEATURES });
}

/** Visits a node and all below it, in the order of the document; the root has depth 0. */
export function walk(
	node: MdastNode,
	visit: (node: MdastNode, depth: number) => void,
	depth = 0,
): void {
	visit(node, depth);
	if ('children' in node) for (const child of node.children) walk(child, visit, depth + 1);
}

export function spanOf(node: MdastNode): Span {
	const { start, end } = node.position!;
	return {
		start: { line: start.line, column: start.column },
		end: { line: end.line, column: end.column },
		from: start.offset!,
		to: end.offset!,
	};
}

/** Visible text of a node; a colon in prose that parses as a directive is text as it is written. */
export function textOf(node: MdastNode, source: string): string {
	if (node.type === 'html') return '';
	if (node.type === 'image') return node.alt ?? '';
	if (node.type === 'textDirective') {
		const { from, to } = spanOf(node);
		return source.slice(from, to);
	}
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map((child) => textOf(child, source)).join('') : '';
}

const BREAKS = /^(?:\s*<br\s*\/?>\s*)+$/i;

/**
 * Whether a block is nothing but `<br>`. `<br/>` alone is an HTML block, `<br/><br/>` a paragraph
 * of inline HTML.
 */
export function isSpacer(node: MdastNode): boolean {
	if (node.type === 'html') return BREAKS.test(node.value);
	return (
		node.type === 'paragraph' &&
		node.children.some((child) => child.type === 'html') &&
		node.children.every(
			(child) =>
				child.type === 'break' ||
				(child.type === 'html' && BREAKS.test(child.value)) ||
				(child.type === 'text' && child.value.trim() === ''),
		)
	);
}
