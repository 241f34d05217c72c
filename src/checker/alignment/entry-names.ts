import type { MdastNode } from 'satteri';
import type { Block } from '../document/block.ts';

/**
 * What a row or an item is known by, and no language translates: the name of an option or a product,
 * or a key. `undefined` for headers, for items of prose, and for all other blocks.
 */
export function nameOfEntry(block: Block): string | undefined {
	if (block.kind === 'item') return nameOfItem(block);
	return block.kind === 'row' && block.name !== 'head' ? nameOfRow(block) : undefined;
}

/** What its first cell says, unless that is prose. */
function nameOfRow({ children: [cell] }: Block): string | undefined {
	if (!cell || cell.span.to - cell.span.from > LONGEST) return undefined;
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

/** Whether two entries begin with the same name. */
export function beginAlike(source: Block, target: Block): boolean {
	const name = nameOfEntry(source);
	return name !== undefined && /\w/.test(name) && name === nameOfEntry(target);
}

/** Whether two tables have rows of the same names, and hardly any others. */
export function shareRows(source: Block, target: Block): boolean {
	if (source.kind !== 'table' || target.kind !== 'table') return false;
	const names = source.children.map(nameOfEntry).filter((name) => name !== undefined);
	const known = new Set(target.children.map(nameOfEntry));
	const shared = names.filter((name) => known.has(name)).length;
	return shared > 1 && shared * 2 >= names.length;
}

/** Whether tables of the target list what other ones of the source do: options, by their names. */
export function haveTablesMoved(source: readonly Block[], target: readonly Block[]): boolean {
	const isTable = (index: number): boolean =>
		target[index]!.kind === 'table' && source[index]?.kind === 'table';
	// Nearly all lists of blocks have one at most: this is asked of every one.
	const tables: number[] = [];
	for (let index = 0; index < target.length; index++) if (isTable(index)) tables.push(index);
	// Tables that changed places have as many rows as one at another place.
	const mayStandAt = (index: number, other: number): boolean =>
		index !== other && source[index]!.children.length === target[other]!.children.length;
	if (!tables.some((index) => tables.some((other) => mayStandAt(index, other)))) return false;
	const lists = tables.map((index) => [listOf(source[index]!), listOf(target[index]!)] as const);
	const apart = lists.filter(([ours, theirs]) => ours !== theirs);
	const known = new Set(apart.map(([ours]) => ours));
	return apart.some(([, theirs]) => theirs !== '' && known.has(theirs));
}

/** The names of a table that no language translates, in any order. */
function listOf({ children }: Block): string {
	return children
		.flatMap((row) => {
			const name = nameOfEntry(row);
			return name !== undefined && PLAIN.test(name) ? name : [];
		})
		.sort()
		.join('\n');
}

const PLAIN = /^[!-~]+$/;

/** Whether entries of the target begin with what other ones of the source do. */
export function haveEntriesMoved(source: readonly Block[], target: readonly Block[]): boolean {
	// Neighbours of an item are items, and those of a row rows.
	if (target[0]?.kind !== 'item' && target[0]?.kind !== 'row') return false;
	let known: ReadonlySet<string | undefined> | undefined;
	return target.some((entry, index) => {
		const name = nameOfEntry(entry);
		if (name === undefined || name === nameOfEntry(source[index]!)) return false;
		known ??= new Set(source.map(nameOfEntry));
		return known.has(name);
	});
}

/**
 * Weighs how similar two entries are: a name that both sides have says which entry is which, one that
 * a single side has may be a word that was translated.
 */
export function createEntryWeights(
	source: readonly Block[],
	target: readonly Block[],
): (i: number, j: number, similarity: number) => number {
	const [ours, theirs] = [source.map(nameOfEntry), target.map(nameOfEntry)];
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
