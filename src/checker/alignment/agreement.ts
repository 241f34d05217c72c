import { eachBlock, haveSameInlines, targetsOf, type Block, type Code } from '../document/block.ts';
import { haveEntriesMoved, haveTablesMoved } from './entry-names.ts';
import { haveCodesMoved } from './exchanged-code.ts';
import { kinship } from './similarity.ts';

/** Whether both sides have the same shape, and nothing speaks for another order. */
export function agree(source: readonly Block[], target: readonly Block[]): boolean {
	if (last?.source !== source || last.target !== target)
		last = { source, target, isSame: haveSameShape(source, target) };
	return last.isSame;
}

/** Asked for a page before its blocks are matched, and then again: one pair of pages is remembered. */
let last:
	| {
			readonly source: readonly Block[];
			readonly target: readonly Block[];
			readonly isSame: boolean;
	  }
	| undefined;

function haveSameShape(source: readonly Block[], target: readonly Block[]): boolean {
	return (
		source.length === target.length &&
		source.every((block, index) => kinship(block, target[index]!) === 1) &&
		// Blocks that changed places are two at least.
		source.filter((block, index) => contradicts(block, target[index]!)).length < 2 &&
		!haveCodesMoved(source, target) &&
		!haveEntriesMoved(source, target) &&
		!haveTablesMoved(source, target)
	);
}

/** Whether two blocks at one position may well be the same one. */
export function mayBeOne(one: Block, other: Block): boolean {
	return kinship(one, other) === 1 && !contradicts(one, other);
}

/** Whether two blocks at one position most likely are not the same one. Cheap, and may err. */
function contradicts(source: Block, target: Block): boolean {
	if (source.code && target.code) return !haveSameLines(source.code, target.code);
	if (MARKUP.has(source.kind) && leadApart(source, target)) return true;
	if (!haveSameInlines(source, target) && KEPT.some((kind) => areApart(source, target, kind)))
		return true;
	if (MARKUP.has(source.kind) && source.children.length > 0 && holdOthers(source, target))
		return true;
	const ours = source.span.to - source.span.from;
	const theirs = target.span.to - target.span.from;
	const small = Math.min(ours, theirs);
	const large = Math.max(ours, theirs);
	return source.kind !== 'code' && large > 2.2 * small && large - small > 60;
}

/** Whether two components lead to other places, or to the same in two languages. */
function leadApart(source: Block, target: Block): boolean {
	const [ours, theirs] = [targetsOf(source), targetsOf(target)];
	return ours.length > 0 && theirs.length > 0 && !ours.some((place) => theirs.includes(place));
}

/** Kinds of what is written as elements: a page may hold one long one for each of its sections. */
const MARKUP = new Set<Block['kind']>(['html', 'component']);

/** Whether two elements hold, all in all, other links, images and code, and lead elsewhere. */
function holdOthers(source: Block, target: Block): boolean {
	const [ours, theirs] = [source, target].map((element) =>
		eachBlock([element]).flatMap((block) => [
			...KEPT.flatMap((kind) => valuesOf(block, kind)),
			...targetsOf(block),
		]),
	) as [string[], string[]];
	const known = new Set(theirs);
	const shared = ours.filter((value) => known.has(value)).length;
	return shared * 2 < Math.min(ours.length, theirs.length);
}

/** The same for containers, by their parts. */
export function mayContradict(source: Block, target: Block): boolean {
	return (
		contradicts(source, target) ||
		source.children.some((child, index) => {
			const other = target.children[index];
			return other !== undefined && mayContradict(child, other);
		})
	);
}

/** What a translation keeps within its text. */
const KEPT = ['link', 'code', 'image'] as const;

/** Whether one of two blocks holds things of a kind, and the other none of them. */
function areApart(source: Block, target: Block, kind: string): boolean {
	const ours = valuesOf(source, kind);
	const theirs = new Set(valuesOf(target, kind));
	return ours.length + theirs.size > 0 && !ours.some((value) => theirs.has(value));
}

function valuesOf({ inlines }: Block, kind: string): string[] {
	return inlines.filter((inline) => inline.kind === kind).map(({ value }) => value);
}

/** Asked for by each step of the alignment, and told once: to read blocks line by line takes long. */
function haveSameLines(source: Code, target: Code): boolean {
	if (source.code === target.code) return true;
	const known = compared.get(target);
	if (known?.source === source.code) return known.isSame;
	const isSame = shareLines(source.code, target.code);
	compared.set(target, { source: source.code, isSame });
	return isSame;
}

/**
 * By the text of the source. A block would keep its page alive for as long as V8 keeps this table:
 * it collects young objects without asking whether the key of an entry is still there.
 */
const compared = new WeakMap<Code, { readonly source: string; readonly isSame: boolean }>();

function shareLines(source: string, target: string): boolean {
	const ours = source.split('\n');
	const holds = createLineSearch(source, ours);
	let [telling, shared] = [0, 0];
	for (const [index, line] of target.split('\n').entries()) {
		const bare = line.trim();
		if (bare.length <= 3) continue;
		telling++;
		// Nearly all lines stand where they stood.
		if (line === ours[index] || holds(bare)) shared++;
	}
	return shared >= telling / 2;
}

/** Whether a block has a line. To look for a part of one takes as long as the block. */
function createLineSearch(source: string, lines: readonly string[]): (line: string) => boolean {
	if (source.length <= LONGEST_SEARCHED) return (line) => source.includes(line);
	const bare = new Set(lines.map((line) => line.trim()));
	return (line) => bare.has(line);
}

/** Characters of a block in which parts of lines are looked for. */
const LONGEST_SEARCHED = 20_000;
