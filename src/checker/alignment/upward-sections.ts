import { textOf } from '../document/text-of.ts';
import type { Witnesses } from './evidence.ts';
import { areCognates, longWords } from './cognates.ts';
import { placesOf, type CandidatePair, type SectionCandidate } from './section-candidates.ts';

/** Words of a heading that are compared, each with each. */
const MOST_WORDS = 20;

/**
 * Of two neighbours that changed places, the one that has to go up, unless the words of the other
 * heading came with its text: if they did not, it would be told to stand behind itself, or behind a
 * section within it.
 *
 * @param sure all sections whose partners are known
 * @param ours all sections of the source, and `theirs` of the target
 */
export function whatGoesUp(
	moved: readonly CandidatePair[],
	sure: readonly CandidatePair[],
	ours: readonly SectionCandidate[],
	theirs: readonly SectionCandidate[],
	witnesses: Witnesses,
): readonly CandidatePair[] {
	if (moved.length === 0 || ours.length !== theirs.length) return moved;
	const partnerOf = new Map(sure.map((pair) => [pair.from, pair]));
	const places = {
		ours: placesOf(ours),
		theirs: placesOf(theirs),
	};
	return moved.map((pair) => {
		const [i, j] = [places.ours.get(pair.from)!, places.theirs.get(pair.to)!];
		if (i <= j || i > j + pair.to.headings) return pair;
		const other = ours[j]!;
		const partner = partnerOf.get(other);
		if (!partner || partner.to !== theirs[i]) return pair;
		const words = longWordsOf(pair.to, witnesses.target.text);
		const hasCome =
			areAlike(longWordsOf(pair.from, witnesses.source.text), words) &&
			!areAlike(longWordsOf(other, witnesses.source.text), words);
		return hasCome ? pair : partner;
	});
}

function longWordsOf({ heading }: SectionCandidate, text: string): readonly string[] {
	return longWords(textOf(heading, text)).slice(0, MOST_WORDS);
}

function areAlike(ours: readonly string[], theirs: readonly string[]): boolean {
	return ours.some((word) => theirs.some((other) => areCognates(word, other)));
}
