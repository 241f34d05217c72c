import type { MdastNode } from 'satteri';
import { liftClosings } from './lift-closings.ts';
import { splitParagraph } from './split-paragraph.ts';

/**
 * The names of the templates that a page closes: `{{< /note >}}`, `{% endnote %}`. What they hold may
 * stand in one paragraph with their lines, or between blank lines. `undefined` for a page without
 * templates.
 */
export function closedTemplates(text: string): ReadonlySet<string> | undefined {
	if (!text.includes('{{<') && !text.includes('{%') && !text.includes('{{%')) return undefined;
	return new Set(
		[...text.matchAll(CLOSING)].map(([, name = '', other = '']) => (name + other).toLowerCase()),
	);
}

const CLOSING = /\{[<%]-?[ \t]*(?:\/[ \t]*([\w./-]+)|end([\w-]+))/g;

/**
 * Neighbours as if blank lines stood around the lines of templates that hold others.
 *
 * @param closed see {@link closedTemplates}
 */
export function splitTemplates(
	nodes: readonly MdastNode[],
	source: string,
	closed: ReadonlySet<string> | undefined,
): readonly MdastNode[] {
	if (!closed) return nodes;
	return nodes.flatMap((node) =>
		node.type === 'paragraph'
			? splitParagraph(node, source, closed)
			: liftClosings(node, source, closed),
	);
}
