import { haveSameInlines } from '../document/block.ts';
import type { Match } from './alignment.ts';

const known = new WeakMap<readonly Match[], readonly Match[]>();

/** Matches whose texts hold other things, or in another order: few, and each kind of inline asks. */
export function differingMatches(matches: readonly Match[]): readonly Match[] {
	let differing = known.get(matches);
	if (!differing) {
		differing = matches.filter(({ source, target }) => !haveSameInlines(source, target));
		known.set(matches, differing);
	}
	return differing;
}
