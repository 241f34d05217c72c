import type { MdastNode } from 'satteri';
import { spanOf } from '../markdown-tree.ts';
import { splitParagraph, type Paragraph } from './split-paragraph.ts';

/**
 * A list or a table behind which templates are closed without a blank line, where the parser takes
 * those lines for the end of its last item or for rows; and the lines by themselves.
 */
export function liftClosings(
	node: MdastNode,
	source: string,
	closed: ReadonlySet<string>,
): readonly MdastNode[] {
	if (node.type === 'table') return liftRows(node, source);
	if (node.type !== 'list') return [node];
	const { start, to } = spanOf(node);
	const line = source.slice(source.lastIndexOf('\n', to - 1) + 1, to);
	if (line[start.column - 1] !== '{' || !CLOSES.test(line)) return [node];
	const path: MdastNode[] = [];
	let last: MdastNode | undefined = node;
	for (; last && last.type !== 'paragraph'; last = lastChildOf(last)) path.push(last);
	const parts = last ? splitParagraph(last, source, closed) : [];
	const count = parts.findLastIndex(
		(part) => !CLOSES.test(source.slice(spanOf(part).from, spanOf(part).to)),
	);
	if (count < 0 || count === parts.length - 1) return [node];
	const { end } = parts[count]!.position!;
	let below = parts.slice(0, count + 1);
	for (const each of path.toReversed()) {
		const children = [...('children' in each ? each.children.slice(0, -1) : []), ...below];
		below = [{ ...each, children, position: { ...each.position!, end } } as MdastNode];
	}
	return [...below, ...parts.slice(count + 1)];
}

function liftRows(
	table: MdastNode & { readonly type: 'table' },
	source: string,
): readonly MdastNode[] {
	const isRow = (row: MdastNode): boolean =>
		!CLOSES.test(source.slice(spanOf(row).from, spanOf(row).to));
	const count = table.children.findLastIndex(isRow) + 1;
	if (count === 0 || count === table.children.length) return [table];
	const children = table.children.slice(0, count);
	const { start } = table.position!;
	const { end } = children.at(-1)!.position!;
	const closings = table.children.slice(count).map((row): Paragraph => {
		const { position } = row;
		const { from, to } = spanOf(row);
		const text = { type: 'text', value: source.slice(from, to), position } as const;
		return {
			type: 'paragraph',
			children: [text],
			position,
		};
	});
	return [{ ...table, children, position: { start, end } }, ...closings];
}

function lastChildOf(node: MdastNode): MdastNode | undefined {
	return 'children' in node ? node.children.at(-1) : undefined;
}

const CLOSES = /^[ \t>]*\{\{?[<%]-?[ \t]*(?:\/|end)/;
