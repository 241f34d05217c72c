import { eachBlock, type Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';
import type { Found } from './align-level.ts';
import type { Match } from './alignment.ts';
import { createProseLikelihood, type ProseLikelihood } from './prose-likelihood.ts';

/** How much likelier, as a logarithm, the exchange has to be. */
const SURE = 8;
/** Beyond this many pieces beside each other nobody would find out what moved. */
const MOST_PIECES = 40;

/**
 * Recognises paragraphs and items that were matched where they stand, but changed places with one
 * beside them: both fit the other place far better. Where nothing stands between two paragraphs, text
 * may have been handed from one to the other, so that words have to say the same as the lengths.
 *
 * @param doubtful matches that may not belong together
 * @param alignBelow matches what two blocks hold
 */
export function findExchangedProse(
	found: Found,
	doubtful: readonly Match[],
	witnesses: Witnesses,
	alignBelow: (match: Match) => void,
): void {
	const candidates = doubtful.filter(({ source }) => PROSE.has(source.kind));
	if (candidates.length < 2) return;
	const left = new Set(found.matches);
	const prose = candidates.filter((match) => left.has(match));
	const likelihoodOf = createProseLikelihood(witnesses);
	const isApart = (first: Match, second: Match): boolean =>
		first.source.kind !== 'paragraph' ||
		(['source', 'target'] as const).every(
			(side) =>
				witnesses[side].text.slice(first[side].span.to, second[side].span.from).trim() !== '',
		);
	const gainOf = (first: Match, second: Match): number => {
		const straight = [first, second].map(({ source, target }) => likelihoodOf(source, target));
		const crossed = [
			likelihoodOf(first.source, second.target),
			likelihoodOf(second.source, first.target),
		];
		if (!crossed.every(isSupported)) return 0;
		const gain = (key: 'length' | 'words'): number =>
			crossed.reduce((sum, each) => sum + each[key], 0) -
			straight.reduce((sum, each) => sum + each[key], 0);
		const [lengths, words] = [gain('length'), gain('words')];
		// What a single one of them names may as well have been handed to the other.
		const isLikely = lengths >= 1 || crossed.every(({ words: theirs }) => theirs >= 1);
		return isLikely && words >= (isApart(first, second) ? 0 : 1) ? lengths + words : 0;
	};
	const pairs = besideEachOther(prose, found.matches)
		.flatMap((group) =>
			group.flatMap((first, index) =>
				group.slice(index + 1).map((second) => ({ first, second, gain: gainOf(first, second) })),
			),
		)
		.filter(({ gain }) => gain >= SURE)
		.sort((a, b) => b.gain - a.gain);
	if (pairs.length === 0) return;
	const done = new Set<Match>();
	const exchanged = pairs.flatMap(({ first, second }): Match[] => {
		if (done.has(first) || done.has(second)) return [];
		done.add(first).add(second);
		const isFirstShorter = sizeOf(first.source) < sizeOf(second.source);
		return [
			{ ...first, target: second.target, isMoved: isFirstShorter },
			{ ...second, target: first.target, isMoved: !isFirstShorter },
		];
	});
	const within = new Set(eachBlock(exchanged.flatMap(({ source }) => source.children)));
	found.matches = found.matches.filter((each) => !done.has(each) && !within.has(each.source));
	found.missing = found.missing.filter(({ source }) => !within.has(source));
	const come = new Set(eachBlock(exchanged.flatMap(({ target }) => target.children)));
	found.extra = found.extra.filter(({ target }) => !come.has(target));
	for (const match of exchanged) {
		found.matches.push(match);
		alignBelow(match);
	}
}

/** Whether a piece fits a place by more than being no worse there than elsewhere. */
function isSupported({ length, words, isPossible }: ProseLikelihood): boolean {
	return isPossible && (length >= CLOSE || (length >= LIKELY && words >= 1));
}

/** A length within what every second translation of a piece has, and one that few exceed. */
const [CLOSE, LIKELY] = [-0.5, -2];

const PROSE = new Set(['paragraph', 'item', 'quote']);

/** Matches by what holds them: those in one section, or in one list. What an item holds goes with it. */
function besideEachOther(prose: readonly Match[], all: readonly Match[]): readonly Match[][] {
	const parents = new Map<Block, Block>();
	for (const { source } of all) for (const child of source.children) parents.set(child, source);
	const groups = new Map<Block | number, Map<string, Match[]>>();
	for (const match of prose) {
		const parent = parents.get(match.source);
		if (parent?.kind === 'item' || parent?.kind === 'quote') continue;
		const place = parent ?? match.section;
		const kinds = groups.get(place) ?? new Map<string, Match[]>();
		groups.set(place, kinds);
		const group = kinds.get(match.source.kind);
		if (group) group.push(match);
		else kinds.set(match.source.kind, [match]);
	}
	return [...groups.values()]
		.flatMap((kinds) => [...kinds.values()])
		.filter(({ length }) => length > 1 && length <= MOST_PIECES);
}

function sizeOf({ span }: Block): number {
	return span.to - span.from;
}
