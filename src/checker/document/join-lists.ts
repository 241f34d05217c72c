import type { MdastNode } from 'satteri';
import type { Block } from './block.ts';

/**
 * Joins lists of one kind between which nothing but comments stand: translators keep the text of the
 * source in a comment before each item, and readers see one list.
 *
 * @param blocks to which the lists are added
 * @returns a function for each node in turn, with its block; whether it has joined that one
 */
export function createListJoiner(
	blocks: Block[],
): (node: MdastNode, block: Block | undefined) => boolean {
	let open: { readonly name: string; items?: Block[] } | undefined;
	let isParted = false;
	return (node, block) => {
		if (!block) {
			if (isComment(node)) isParted = true;
			else open = undefined;
			return false;
		}
		if (block.kind !== 'list') {
			open = undefined;
			return false;
		}
		if (open?.name === block.name && isParted) {
			const last = blocks.pop()!;
			open.items ??= [...last.children];
			for (const item of block.children) open.items.push(item);
			const span = { ...last.span, end: block.span.end, to: block.span.to };
			blocks.push({ ...last, span, children: open.items });
			isParted = false;
			return true;
		}
		open = { name: block.name };
		isParted = false;
		return false;
	};
}

function isComment(node: MdastNode): boolean {
	if (node.type === 'html') return node.value.trimStart().startsWith('<!--');
	return node.type === 'mdxFlowExpression' && node.value.trimStart().startsWith('/*');
}
