import type { MdastNode } from 'satteri';
import { splitAttributes } from './attribute-list.ts';
import type { Block } from './block.ts';

/** Prose of a heading, paragraph or cell as a reader sees it, with a space for each inline code. */
export function textOf(block: Pick<Block, 'node'>, source: string): string {
	return withoutMarks(visible(block.node, source));
}

/** The same, but for a mark in the place of links and of what is emphasised. */
export function plainTextOf(block: Block, source: string, mark: string): string {
	return withoutMarks(visible(block.node, source, false, mark));
}

/** The same with its inline code: what people recognise a block by. */
export function wordsOf(block: Block, source: string): string {
	return withoutMarks(visible(block.node, source, true));
}

/** Without what stands in text but is none: attributes behind it, the name of a callout before it. */
function withoutMarks(text: string): string {
	return splitAttributes(text).words.replace(/^\s*\[!\p{L}+\][+-]?/u, '');
}

function visible(node: MdastNode, source: string, hasCode = false, mark?: string): string {
	switch (node.type) {
		case 'link':
		case 'linkReference':
		case 'emphasis':
		case 'strong':
			if (mark !== undefined) return mark;
			break;
		case 'text':
			return node.value;
		case 'inlineCode':
			return hasCode ? node.value : ' ';
		case 'html':
		case 'mdxTextExpression':
		case 'mdxFlowExpression':
		case 'image':
		case 'imageReference':
			return ' ';
		case 'break':
			return '\n';
		case 'textDirective':
			return source.slice(node.position!.start.offset, node.position!.end.offset);
	}
	return 'children' in node
		? node.children.map((child) => visible(child, source, hasCode, mark)).join('')
		: '';
}
