import type { Match } from './alignment/alignment.ts';
import { isProse, type Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import type { Pair } from './pair.ts';

/**
 * Texts that hold other digits than their source, addresses and code included: a cheap test, which
 * nearly all texts fail. Asked for by several rules, and told once.
 */
export function matchesWithOtherDigits(pair: Pair): readonly Match[] {
	let matches = known.get(pair);
	if (!matches) {
		const { source, target, alignment } = pair;
		matches = alignment.matches.filter(
			(match) =>
				isProse(match.source) &&
				isProse(match.target) &&
				digitsIn(match.source, source) !== digitsIn(match.target, target),
		);
		known.set(pair, matches);
	}
	return matches;
}

const known = new WeakMap<Pair, readonly Match[]>();

/** Marks between digits are all the same here: they differ by language. */
function digitsIn({ span }: Block, { text }: Document): string {
	const written = text.slice(span.from, span.to);
	return /\d/.test(written) ? written.replace(/\D+/g, ' ').trim() : '';
}
