import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';

/**
 * What a row begins with: the name of an option or a product, or a key, most often, which no language
 * translates. `undefined` for headers, for cells without words, and for what is no row.
 */
export function nameOfRow({ kind, name, children: [cell] }: Block): string | undefined {
	if (kind !== 'row' || name === 'head' || !cell || cell.span.to - cell.span.from > LONGEST)
		return undefined;
	return namesIn(cell.node).trim() || undefined;
}

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
		return name === other ? (1 + similarity) / 2 : similarity / 2;
	};
}
