import type { Block } from '../document/block.ts';

/**
 * What a row begins with, if that is one word or one piece of code: the name of an option, most
 * often, which no language translates. `undefined` for every other row, and for what is no row.
 */
export function nameOfRow({ kind, children: [cell] }: Block): string | undefined {
	if (kind !== 'row' || !cell || !('children' in cell.node)) return undefined;
	const [child, ...others] = cell.node.children;
	if (!child || others.length > 0) return undefined;
	if (child.type === 'inlineCode') return child.value;
	return child.type === 'text' && !child.value.includes(' ') ? child.value : undefined;
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
