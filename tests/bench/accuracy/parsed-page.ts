import { markdownToMdast, mdxToMdast, type MdastNode } from 'satteri';

/** A page with its tree: where faults find their places. */
export interface ParsedPage {
	readonly text: string;
	readonly isMdx: boolean;
	readonly root: MdastNode;
	/** All nodes in the order of the document, the root left out. */
	readonly nodes: readonly Placed[];
}

/** A node and where it stands; offsets are UTF-16 units from zero. */
export interface Placed<T extends MdastNode = MdastNode> {
	readonly node: T;
	/** From the root down. */
	readonly parents: readonly MdastNode[];
	readonly from: number;
	readonly to: number;
}

/** @throws where a page of MDX has no valid syntax */
export function parsePage(text: string, isMdx: boolean): ParsedPage {
	const features = { gfm: true, frontmatter: true, directive: true };
	const root = isMdx ? mdxToMdast(text, { features }) : markdownToMdast(text, { features });
	const nodes: Placed[] = [];
	const visit = (node: MdastNode, parents: readonly MdastNode[]): void => {
		if (node.type === 'paragraph' && MARKS.test(text.slice(spanOf(node).from))) return;
		if (parents.length > 0) nodes.push({ node, parents, ...spanOf(node) });
		if ('children' in node) for (const child of node.children) visit(child, [...parents, node]);
	};
	visit(root, []);
	return { text, isMdx, root, nodes };
}

/** Lines that other site generators read as callouts, tabs and inclusions: no words of an author. */
const MARKS = /^(?:!!!|\?\?\?|={3} "|\/{3}|:{3}|\{[*%!<{]|-+8<-+)/;

export function spanOf(node: MdastNode): { from: number; to: number } {
	return {
		from: node.position?.start.offset ?? 0,
		to: node.position?.end.offset ?? 0,
	};
}

/** Nodes of one type, wherever they stand. */
export function ofType<T extends MdastNode['type']>(
	{ nodes }: ParsedPage,
	type: T,
): Placed<Extract<MdastNode, { type: T }>>[] {
	return nodes.filter(
		(placed): placed is Placed<Extract<MdastNode, { type: T }>> => placed.node.type === type,
	);
}

/** Nodes of one type that stand in nothing else. */
export function topLevel<T extends MdastNode['type']>(
	page: ParsedPage,
	type: T,
): Placed<Extract<MdastNode, { type: T }>>[] {
	return ofType(page, type).filter(({ parents }) => parents.length === 1);
}

/** Source of a node as it is written. */
export function written(
	{ text }: ParsedPage,
	{ from, to }: Omit<Placed, 'node' | 'parents'>,
): string {
	return text.slice(from, to);
}

/** The visible words of a node, spaces as they are. */
export function wordsOf(node: MdastNode): string {
	if (node.type === 'html') return '';
	if (node.type === 'break') return ' ';
	if ('value' in node) return node.value;
	return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
