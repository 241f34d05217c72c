import { eachBlock, type Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';
import { areNamedApart, likeness } from './likeness.ts';
import { growthOf } from './growth.ts';
import type { Alignment, Matchable } from './alignment.ts';
import type { MovedSection } from './moved-sections.ts';
import { areSamples } from './same-block.ts';
import { subtreeOf } from './sections.ts';
import { kinship } from './similarity.ts';

/** Likeness that is enough where nothing else is left over. */
const LONE = 0.3;
/** The same for two with as many entries, of a page that differs in nothing else: no word is the same. */
const LEAST = 0.25;
/** How far, as a factor, the lengths of two lone sections may lie from what is expected. */
const GROWTH = 1.8;

/** Beyond this many pairs of lone sections nobody would find out what moved. */
const MOST_PAIRS = 2500;

/** Sections that seem missing here and new there, but have the same shape: they moved. */
export function pairLoneSections(
	source: Matchable,
	target: Matchable,
	{ missingSections, extraSections }: Alignment,
	witnesses: Witnesses,
): MovedSection[] {
	if (missingSections.length * extraSections.length > MOST_PAIRS) return [];
	const left = new Set(extraSections);
	const growth = growthOf(witnesses);
	const isOnly = missingSections.length === 1 && extraSections.length === 1;
	return missingSections.flatMap(({ source: from }): MovedSection[] => {
		const ours = subtreeOf(source.blocks, from);
		const evidence = witnesses.source.together(ours);
		const partner = [...left].find(({ target: to }) => {
			const theirs = subtreeOf(target.blocks, to);
			const other = witnesses.target.together(theirs);
			const [small, large] = [evidence.size * growth, other.size].sort((a, b) => a - b);
			return (
				ours.length === theirs.length &&
				ours.every((block, index) => kinship(block, theirs[index]!) === 1) &&
				large! <= small! * GROWTH &&
				!areNamedApart(evidence, other) &&
				(likeness(evidence, other) ?? LONE) >= (isOnly ? leastOf(ours, theirs) : LONE)
			);
		});
		if (!partner) return [];
		left.delete(partner);
		return [[from, partner.target]];
	});
}

/** How like two sections of one shape have to be: less, the more there is within them. */
function leastOf(source: readonly Block[], target: readonly Block[]): number {
	const [ours, theirs] = [eachBlock(source), eachBlock(target)];
	if (ours.length !== theirs.length || !ours.every(({ kind }, i) => kind === theirs[i]!.kind))
		return LONE;
	// All lines of a sample may be translated.
	const samples = ours.flatMap((block, i) => (block.code ? areSamples(block, theirs[i]!) : []));
	if (samples.length > 0) return samples.every((isSame) => isSame) ? 0 : LONE;
	return ours.length > source.length ? LEAST : LONE;
}
