import type { Paragraph } from 'mdast';
import type { MdastNode } from 'satteri';
import { written, type ParsedPage } from './parsed-page.ts';

/** Words and marks that may differ in any translation. */
const PROSE = new Set(['root', 'text', 'emphasis', 'strong', 'delete', 'break', 'thematicBreak']);
const COMMENT_OR_SPACER = /^(?:\s*(?:<!--[^]*?-->|<br\s*\/?>))+\s*$/;
const ALERT = /^>\s*\[!(\w+)\]/;

/**
 * Everything of a page but its words, one entry a thing: `heading 2`, `link https://…`. Faults and
 * controls prove by it that they did what they claim and nothing else.
 */
export function entriesOf(page: ParsedPage): string[] {
	return page.nodes.flatMap(({ node }) => entryOf(page, node)?.replaceAll('\r', '') ?? []);
}

/** The entries of a node and all below it. */
export function entriesBelow(page: ParsedPage, node: MdastNode): string[] {
	const own = entryOf(page, node) ?? [];
	const children = 'children' in node ? node.children : [];
	return [own, ...children.map((child) => entriesBelow(page, child))].flat();
}

/** The entry of a node itself; nothing for words. */
export function entryOf(page: ParsedPage, node: MdastNode): string | undefined {
	if (PROSE.has(node.type)) return undefined;
	switch (node.type) {
		case 'definition':
		case 'textDirective':
			return undefined;
		case 'paragraph':
			return isSpacer(node) ? undefined : 'paragraph';
		case 'heading':
			return `heading ${node.depth}`;
		case 'code':
			return `code ${node.lang ?? ''} ${node.meta ?? ''}\n${node.value}`;
		case 'list':
			return `list ${node.ordered ? 'ordered' : 'bulleted'}`;
		case 'link':
		case 'image':
			return `${node.type} ${node.url}`;
		case 'linkReference':
		case 'imageReference':
			return `${node.type === 'linkReference' ? 'link' : 'image'} ${target(page, node.identifier)}`;
		case 'blockquote': {
			const { start, end } = node.position!;
			const span = { from: start.offset!, to: end.offset! };
			return `blockquote ${ALERT.exec(written(page, span))?.[1] ?? ''}`;
		}
		case 'html':
			return COMMENT_OR_SPACER.test(node.value) ? undefined : `html ${node.value}`;
		case 'containerDirective':
		case 'leafDirective':
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return `${node.type} ${node.name ?? ''}`;
		default:
			return 'value' in node ? `${node.type} ${node.value}` : node.type;
	}
}

/** `<br/><br/>` is a paragraph, though `<br/>` is not. */
function isSpacer({ children }: Paragraph): boolean {
	return (
		children.some(({ type }) => type === 'html') &&
		children.every(
			(child) =>
				('value' in child &&
					(child.type === 'html' ? COMMENT_OR_SPACER : /^\s*$/).test(child.value)) ||
				child.type === 'break',
		)
	);
}

function target({ nodes }: ParsedPage, identifier: string): string {
	for (const { node } of nodes)
		if (node.type === 'definition' && node.identifier === identifier) return node.url;
	return '';
}

/** What `a` has more often than `b`; order does not count. */
export function surplus(a: readonly string[], b: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const entry of b) counts.set(entry, (counts.get(entry) ?? 0) + 1);
	return a.filter((entry) => {
		const count = counts.get(entry) ?? 0;
		counts.set(entry, count - 1);
		return count <= 0;
	});
}
