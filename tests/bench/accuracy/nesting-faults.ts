import type { MdastNode } from 'satteri';
import type { Change, Edit, Fault, Span } from './fault.ts';
import { lineEnd, lineStart } from './lines.ts';
import { ofType, spanOf, topLevel, type ParsedPage } from './parsed-page.ts';

/** Lines that are indented too far, or not far enough: what they hold belongs to something else. */
export const nestingFaults: readonly Fault[] = [
	{
		id: 'list-item-indented',
		subjects: ['list'],
		effect: 'added',
		changes: ({ target }) =>
			topLevel(target, 'list').flatMap(({ node: { children } }): Change[] =>
				children.slice(1).map((item) => ({ edits: indent(target, spanOf(item), '  ') })),
			),
	},
	{
		id: 'list-flattened',
		subjects: ['list'],
		effect: 'removed',
		changes: ({ target: { text }, target }) =>
			ofType(target, 'list').flatMap(({ parents, from, to }): Change[] => {
				const item = parents.at(-1)!;
				if (item.type !== 'listItem') return [];
				const depth = from - lineStart(text, from);
				const width = depth - (item.position!.start.column - 1);
				return [{ edits: outdent(target, { from, to }, width) }];
			}),
	},
	{
		id: 'list-block-indented',
		subjects: ['list'],
		effect: 'same',
		changes: ({ target: { root }, target }) => {
			const blocks = 'children' in root ? root.children : [];
			return blocks.flatMap((block, index): Change[] => {
				const last = blocks[index - 1];
				if (last?.type !== 'list' || (block.type !== 'code' && !isText(block))) return [];
				return [{ edits: indent(target, spanOf(block), ' '.repeat(depthOf(last))) }];
			});
		},
	},
];

/** How many columns what belongs to a list stands to the right of it. */
function depthOf(list: MdastNode & { type: 'list' }): number {
	const [first] = list.children.at(-1)?.children ?? [];
	const [outer, inner] = [list, first].map((node) => node?.position?.start.column);
	return outer !== undefined && inner !== undefined ? inner - outer : 2;
}

/** Whether a node is a paragraph with words in it, no mere `<br/>`. */
function isText(node: MdastNode): boolean {
	return (
		node.type === 'paragraph' &&
		node.children.some((child) => child.type === 'text' && /\p{L}{2}/u.test(child.value))
	);
}

/** Space before each line of something, in one edit for a finding to stand in. */
function indent(page: ParsedPage, span: Span, space: string): Edit[] {
	return [eachLine(page, span, (line) => (line.trim() === '' ? line : space + line))];
}

function outdent(page: ParsedPage, span: Span, width: number): Edit[] {
	return [eachLine(page, span, (line) => line.slice(/^ */.exec(line.slice(0, width))![0].length))];
}

function eachLine(
	{ text }: ParsedPage,
	{ from, to }: Span,
	change: (line: string) => string,
): Edit {
	const [start, end] = [lineStart(text, from), lineEnd(text, to - 1)];
	const insert = text.slice(start, end).split('\n').map(change).join('\n');
	return { from: start, to: end, insert };
}
