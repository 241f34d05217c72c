import { distance } from 'fastest-levenshtein';
import type { InlineDifference } from './inline-differences.ts';

/**
 * Whether what stands in a text surely is what its source has there, altered: nothing else differs
 * in that text, or both are spelled alike. Otherwise one may have been lost and another one be new.
 *
 * @param all the differences of the page, of the same kind
 */
export function isSureChange(
	difference: InlineDifference,
	all: readonly InlineDifference[],
): boolean {
	const { source, target, match } = difference;
	if (!source || !target) return false;
	if (areSpelledAlike(source.value, target.value)) return true;
	return all.filter((each) => each.match === match).length === 1;
}

/** Whether fewer than half of the characters differ. */
export function areSpelledAlike(source: string, target: string): boolean {
	return distance(source, target) * 2 < Math.max(source.length, target.length);
}
