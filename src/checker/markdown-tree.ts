import { markdownToMdast, type MdastNode } from 'satteri';
import type { Span } from './place.ts';

/** Features of Markdown with which the site is rendered. */
export const FEATURES = { gfm: true, frontmatter: true, directive: true } as const;

/** Deeper than any page that people read, and far from what would exhaust the call stack. */
export const MOST_LEVELS = 100;

/** Parses with the parser, and the features, that render the site. */
export function parseMarkdown(text: string): MdastNode {
	const root = markdownToMdast(text, { features: FEATURES });
	cutDeepNesting(root);
	return root;
}

/**
 * Drops what is nested deeper than `MOST_LEVELS`, so that every walk of the tree can call itself
 * for each level.
 *
 * @returns the first node that lost what it holds
 */
export function cutDeepNesting(root: MdastNode): MdastNode | undefined {
	let cut: MdastNode | undefined;
	let level: MdastNode[] = [root];
	for (let depth = 0; level.length > 0; depth++) {
		const next: MdastNode[] = [];
		for (const node of level) {
			if (!('children' in node)) continue;
			if (depth < MOST_LEVELS) for (const child of node.children) next.push(child);
			else if (node.children.length > 0) {
				cut ??= node;
				node.children = [];
			}
		}
		level = next;
	}
	return cut;
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

const BREAKS = /^\s*(?:<br\s*\/?>\s*)+$/i;

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
