import type { Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';
import type { Found } from './align-level.ts';
import type { Extra, Missing } from './alignment.ts';
import { createProseLikelihood } from './prose-likelihood.ts';

/** How much likelier, as a logarithm, it has to be that two paragraphs are one. */
const SURE = 3;
/** How much a length that fits says. */
const LENGTH = 2;
/** What it says that no other one of their section is missing or new. */
const ALONE = 1.5;
/** What it says that they stand in two sections. */
const FAR = -3;
/** Beyond this many comparisons nobody would find out what moved. */
const MOST_COMPARISONS = 1000;

/**
 * Recognises paragraphs that are missing here and new there by lengths, names and the words that two
 * languages share: two that changed places are told once. Nothing is told that was not before.
 */
export function findMovedProse(found: Found, witnesses: Witnesses): void {
	const missing = found.missing.filter(({ source }) => isParagraph(source));
	const extra = found.extra.filter(({ target, recastFrom }) => isParagraph(target) && !recastFrom);
	const comparisons = missing.length * extra.length;
	if (comparisons === 0 || comparisons > MOST_COMPARISONS) return;
	const [missingIn, extraIn] = [countBySection(missing), countBySection(extra)];
	const likelihoodOf = createProseLikelihood(witnesses);
	const gainOf = (from: Missing, to: Extra): number => {
		const { length, words, isPossible } = likelihoodOf(from.source, to.target);
		if (!isPossible) return 0;
		const isAlone = missingIn.get(from.section) === 1 && extraIn.get(from.section) === 1;
		const place = from.section !== to.section ? FAR : isAlone ? ALONE : 0;
		return LENGTH + length + words + place;
	};
	const pairs = missing
		.flatMap((from) => extra.map((to) => ({ from, to, gain: gainOf(from, to) })))
		.filter(({ gain }) => gain >= SURE)
		.sort((a, b) => b.gain - a.gain);
	const done = new Set<Missing | Extra>();
	for (const { from, to } of pairs) {
		if (done.has(from) || done.has(to)) continue;
		done.add(from).add(to);
		const { source, section } = from;
		found.matches.push({ source, target: to.target, section, isMoved: true });
	}
	found.missing = found.missing.filter((each) => !done.has(each));
	found.extra = found.extra.filter((each) => !done.has(each));
}

function isParagraph({ kind, name }: Block): boolean {
	return kind === 'paragraph' && name === '';
}

function countBySection(lone: readonly (Missing | Extra)[]): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const { section } of lone) counts.set(section, (counts.get(section) ?? 0) + 1);
	return counts;
}
