import type { MdastNode } from 'satteri';
import type { Block } from '../../document/block.ts';

/** Paragraphs that follow one another, as one: what the other language says in one paragraph. */
export function joinedParagraph(parts: readonly Block[]): Block {
	const [first] = parts;
	if (parts.length === 1) return first!;
	const last = parts.at(-1)!;
	const children = parts.flatMap(({ node }, index) => {
		const own = 'children' in node ? node.children : [];
		return index === 0 ? own : [breakBetween(parts[index - 1]!.node, node), ...own];
	});
	return {
		...first!,
		span: {
			...{ start: first!.span.start, end: last.span.end },
			...{ from: first!.span.from, to: last.span.to },
		},
		children: parts.flatMap((part) => part.children),
		inlines: parts.flatMap(({ inlines }) => inlines),
		node: {
			...first!.node,
			children,
			position: { start: first!.node.position!.start, end: last.node.position!.end },
		} as MdastNode,
	};
}

function breakBetween(one: MdastNode, next: MdastNode): MdastNode {
	return { type: 'break', position: { start: one.position!.end, end: next.position!.start } };
}
