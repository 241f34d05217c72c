import type { Block } from '../document/block.ts';
import { mayBeOne } from './agreement.ts';
import { haveTablesMoved } from './entry-names.ts';
import { haveCodesMoved } from './exchanged-code.ts';

/** A section at the same number on both sides: from an index up to another. */
export interface SectionPair {
	readonly from: number;
	readonly sourceTo: number;
	readonly targetTo: number;
}

/** The section without which both sides agree, and in every block: a change has its place there. */
export function onlySectionThatDiffers(
	source: readonly Block[],
	target: readonly Block[],
): SectionPair | undefined {
	const isSame = (i: number, j: number): boolean => mayBeOne(source[i]!, target[j]!);
	const shorter = Math.min(source.length, target.length);
	let from = 0;
	while (from < shorter && isSame(from, from)) from++;
	let end = 0;
	const [a, b] = [source.length, target.length];
	while (end < shorter - from && isSame(a - 1 - end, b - 1 - end)) end++;
	// Back to the heading of the section, and on to that of the next one.
	do from--;
	while (from > 0 && source[from]!.kind !== 'heading');
	if (from < 0) return undefined;
	while (end > 0 && source[a - end]!.kind !== 'heading') end--;
	const pair = { from, sourceTo: a - end, targetTo: b - end };
	const isOne = [source.slice(from, pair.sourceTo), target.slice(from, pair.targetTo)].every(
		([heading, ...rest]) =>
			heading?.kind === 'heading' &&
			rest.length > 0 &&
			!rest.some(({ kind }) => kind === 'heading'),
	);
	const haveMoved = haveCodesMoved(source, target) || haveTablesMoved(source, target);
	return isOne && !haveMoved ? pair : undefined;
}

/** The only block without which both sides agree, by what kinds the others are of and what they hold. */
export function onlyBlockThatIsLost(
	longer: readonly Block[],
	shorter: readonly Block[],
): number | undefined {
	if (longer.length !== shorter.length + 1) return undefined;
	let index = 0;
	while (index < shorter.length && mayBeOne(longer[index]!, shorter[index]!)) index++;
	for (let next = index; next < shorter.length; next++)
		if (!mayBeOne(longer[next + 1]!, shorter[next]!)) return undefined;
	const isOther = index > 0 && mayBeOne(longer[index]!, shorter[index - 1]!);
	return isOther ? undefined : index;
}
