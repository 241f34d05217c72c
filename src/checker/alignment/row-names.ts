import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';

/**
 * What a row begins with: the name of an option or a product, or a key, most often, which no language
 * translates. `undefined` for headers, for cells without words, and for what is no row.
 */
export function nameOfRow(block: Block): string | undefined {
	const {
		kind,
		name,
		children: [cell],
	} = block;
	if (kind === 'item') return nameOfItem(block);
	if (kind !== 'row' || name === 'head' || !cell || cell.span.to - cell.span.from > LONGEST)
		return undefined;
	return namesIn(cell.node).trim() || undefined;
}

/** What an item explains: the code that it begins with, or a word of ASCII before a colon. */
function nameOfItem({ node }: Block): string | undefined {
	let first: MdastNode | undefined = node;
	while (first && WRAPPERS.has(first.type) && 'children' in first) first = first.children[0];
	if (first?.type === 'inlineCode') return first.value.trim();
	return first?.type === 'text' ? TERM.exec(first.value)?.[1] : undefined;
}

const WRAPPERS: ReadonlySet<string> = new Set(['listItem', 'paragraph', 'strong']);

/** `load: gets an order`; in another language it may be set in code. */
const TERM = /^([A-Za-z_$][\w$.-]*)\s*[:：]/;

/** Characters of a cell with a name in it. */
const LONGEST = 100;

function namesIn(node: MdastNode): string {
	if (node.type === 'text' || node.type === 'inlineCode') return node.value;
	let names = '';
	if ('children' in node) for (const child of node.children) names += namesIn(child);
	return names;
}

/** Whether two rows begin with the same name. */
export function beginAlike(source: Block, target: Block): boolean {
	const name = nameOfRow(source);
	return name !== undefined && /\w/.test(name) && name === nameOfRow(target);
}

/** Whether two tables have rows of the same names, and hardly any others. */
export function shareRows(source: Block, target: Block): boolean {
	if (source.kind !== 'table' || target.kind !== 'table') return false;
	const names = source.children.map(nameOfRow).filter((name) => name !== undefined);
	const known = new Set(target.children.map(nameOfRow));
	const shared = names.filter((name) => known.has(name)).length;
	return shared > 1 && shared * 2 >= names.length;
}

/** Whether rows of the target begin with what other rows of the source do. */
export function haveRowsMoved(source: readonly Block[], target: readonly Block[]): boolean {
	let known: ReadonlySet<string | undefined> | undefined;
	return target.some((row, index) => {
		const name = nameOfRow(row);
		if (name === undefined || name === nameOfRow(source[index]!)) return false;
		known ??= new Set(source.map(nameOfRow));
		return known.has(name);
	});
}

/**
 * Weighs how similar two rows are: a name that both tables have says which row is which, one that a
 * single table has may be a word that was translated.
 */
export function createRowWeights(
	source: readonly Block[],
	target: readonly Block[],
): (i: number, j: number, similarity: number) => number {
	const [ours, theirs] = [source.map(nameOfRow), target.map(nameOfRow)];
	const ourNames = new Set(ours);
	const both = new Set(theirs.filter((name) => name !== undefined && ourNames.has(name)));
	if (both.size === 0) return (_i, _j, similarity) => similarity;
	return (i, j, similarity) => {
		const [name, other] = [ours[i], theirs[j]];
		if (!both.has(name) && !both.has(other)) return similarity;
		if (name === other) return (1 + similarity) / 2;
		return both.has(name) && both.has(other) ? similarity / 8 : similarity / 2;
	};
}
