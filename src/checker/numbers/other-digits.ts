import type { Match } from '../alignment/alignment.ts';
import { isProse, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Pair } from '../pair.ts';
import { rememberLast } from '../remember-last.ts';
import { withWesternDigits } from './western-digits.ts';

/**
 * Texts that hold other digits than their source, addresses and code included: a cheap test, which
 * nearly all texts fail.
 */
export const matchesWithOtherDigits = rememberLast(
	({ source, target, alignment }: Pair): readonly Match[] =>
		alignment.matches.filter(
			(match) =>
				isProse(match.source) &&
				isProse(match.target) &&
				digitsIn(match.source, source) !== digitsIn(match.target, target),
		),
);

/** Marks between digits are all the same here: they differ by language. */
function digitsIn({ span }: Block, { text, locale }: Document): string {
	const written = withWesternDigits(text.slice(span.from, span.to), locale);
	return /\d/.test(written) ? written.replace(/\D+/g, ' ').trim() : '';
}
