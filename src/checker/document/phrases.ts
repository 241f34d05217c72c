import type { MdastNode } from 'satteri';

/**
 * What an element of MDX holds on its own line, as if it stood on lines of its own: the parser leaves
 * text there without a paragraph, `<Aside>See the [list](list.md).</Aside>`. Elements that hold no
 * mere words stay what they are.
 */
export function withParagraphs(nodes: readonly MdastNode[]): readonly MdastNode[] {
	if (!nodes.some(isPhrase)) return nodes;
	const blocks: MdastNode[] = [];
	let run: MdastNode[] = [];
	const close = (): void => {
		if (run.some(isText)) blocks.push(paragraphOf(run));
		else for (const node of run) blocks.push(node);
		run = [];
	};
	for (const node of nodes)
		if (isPhrase(node)) run.push(node);
		else {
			close();
			blocks.push(node);
		}
	close();
	return blocks;
}

function paragraphOf(phrases: readonly MdastNode[]): MdastNode {
	const [start, end] = [phrases[0]!.position!.start, phrases.at(-1)!.position!.end];
	return { type: 'paragraph', children: phrases, position: { start, end } } as MdastNode;
}

function isPhrase({ type }: MdastNode): boolean {
	return PHRASES.has(type);
}

/** Whether a node is, or holds right within it, what only a text has. */
function isText(node: MdastNode): boolean {
	if (node.type === 'text') return /\S/.test(node.value);
	if (node.type === 'mdxJsxTextElement') return INLINE.test(node.name ?? '');
	return node.type !== 'mdxTextExpression';
}

const PHRASES: ReadonlySet<MdastNode['type']> = new Set([
	...(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image'] as const),
	...(['linkReference', 'imageReference', 'footnoteReference', 'textDirective'] as const),
	...(['mdxJsxTextElement', 'mdxTextExpression'] as const),
]);

/** Elements of HTML that stand within text. */
const INLINE =
	/^(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;
