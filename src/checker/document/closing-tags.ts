import type { MdastNode } from 'satteri';

/**
 * Which neighbour closes the element that a piece of HTML opens: index -> index, also of pieces that
 * close what they open. An element that would hold headings is no block but a frame around
 * sections, and has none. Takes one pass, however many tags are never closed.
 *
 * @param htmlOf the tags of a node; `undefined` for one without
 */
export function closingTags(
	nodes: readonly MdastNode[],
	htmlOf: (node: MdastNode) => string | undefined,
): Map<number, number> {
	const closings = new Map<number, number>();
	let open: Map<string, Elements> | undefined;
	for (let index = 0; index < nodes.length; index++) {
		const node = nodes[index]!;
		if (node.type === 'heading') open = undefined;
		const html = htmlOf(node);
		if (html === undefined) continue;
		open ??= new Map();
		const first = /^<([a-z][\w-]*)/i.exec(html)?.[1]?.toLowerCase();
		if (first !== undefined) {
			let elements = open.get(first);
			if (!elements) open.set(first, (elements = { depth: 0, openings: new Map() }));
			const others = elements.openings.get(elements.depth);
			if (others) others.push(index);
			else elements.openings.set(elements.depth, [index]);
		}
		for (const name of countTags(html, open)) {
			const { depth, openings } = open.get(name)!;
			for (const opening of openings.get(depth) ?? []) closings.set(opening, index);
			openings.delete(depth);
		}
	}
	return closings;
}

/** The elements of one name that are open. */
interface Elements {
	depth: number;
	/** Depth -> the pieces that were opened at it and wait for its return. */
	readonly openings: Map<number, number[]>;
}

/** Counts the tags of the elements that matter into their depths, and tells which names occurred. */
function countTags(html: string, open: ReadonlyMap<string, Elements>): Set<string> {
	const names = new Set<string>();
	for (const [, slash, written] of html.matchAll(/<(\/?)([a-z][\w-]*)/gi)) {
		const name = written!.toLowerCase();
		const elements = open.get(name);
		if (!elements) continue;
		elements.depth += slash ? -1 : 1;
		names.add(name);
	}
	return names;
}
