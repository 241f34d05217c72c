import type { Block } from '../document/block.ts';
import { mayContradict } from './agreement.ts';
import type { Witnesses } from './evidence.ts';
import { areNamedApart, dice } from './likeness.ts';
import { beginAlike, shareRows } from './entry-names.ts';
import { kinship } from './similarity.ts';

/** Kinds that a single mark tells apart: a component by its name, an item from a few others. */
const TELLING = new Set(['code', 'component', 'figure', 'item', 'row']);
/** Share of marks from which a block is recognised at another place. */
const SAME = 0.6;
/** Share of marks below which two matched blocks may belong to others. */
const STRANGERS = 0.2;

/** Whether a block of the source and one of the target are one, wherever they stand. */
export function areSame(source: Block, target: Block, witnesses: Witnesses): boolean {
	if (kinship(source, target) < 0.6) return false;
	const [from, to] = [witnesses.source.of(source), witnesses.target.of(target)];
	// What two functions take is often the same; their examples are not.
	if (source.kind !== 'code' && areNamedApart(from, to)) return false;
	const [ours, theirs] = [from.marks, to.marks];
	const enough = TELLING.has(source.kind) ? 1 : 2;
	return ours.size >= enough && theirs.size >= enough && dice(ours, theirs)! >= SAME;
}

/** Lines of code that tell it from other code by their number, if all of them may be translated. */
const SAMPLE = 3;

/** Whether two blocks of code have as many lines, and enough of them, in one language. */
export function areSamples({ code: ours }: Block, { code: theirs }: Block): boolean {
	if (!ours || !theirs || ours.language !== theirs.language) return false;
	const [lines, others] = [ours, theirs].map(({ code }) => code.split('\n').length);
	return lines === others && lines! >= SAMPLE;
}

/** Whether two matched blocks have so little in common that each may belong to another. */
export function areStrangers(source: Block, target: Block, witnesses: Witnesses): boolean {
	if (!mayContradict(source, target)) return false;
	if (beginAlike(source, target) || shareRows(source, target)) return false;
	const share = dice(witnesses.source.of(source).marks, witnesses.target.of(target).marks);
	return share !== undefined && share < STRANGERS;
}
