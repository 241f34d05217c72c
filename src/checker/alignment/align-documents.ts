import { haveSameInlines } from '../document/block.ts';
import { agree } from './agreement.ts';
import { createWitnesses, type Witnesses } from './evidence.ts';
import { growthOf } from './growth.ts';
import { alignLevel, type Found } from './align-level.ts';
import type { Alignment, Match, Matchable } from './alignment.ts';
import { DocumentEnds } from './document-ends.ts';
import { groupSections } from './group-sections.ts';
import { findExchangedProse } from './exchanged-prose.ts';
import { findDoubtful, findMovedBlocks } from './moved-blocks.ts';
import { findLostFrames } from './lost-frames.ts';
import { findMovedProse } from './moved-prose.ts';
import { pairLoneSections } from './lone-sections.ts';
import { findMovedSections, type MovedSection } from './moved-sections.ts';
import { sectionNumbers, subtreeOf } from './sections.ts';
import { onlySectionThatDiffers } from './single-difference.ts';
import { findSplitCode } from './split-code.ts';
import { findSwappedProse } from './swapped-prose.ts';

/**
 * Matches the blocks of a translation with those of its source, at every level of nesting: by
 * level, order and what they hold, not by position, so that one dropped section is one difference.
 *
 * @param tags names of both locales as they occur in link targets, in lower case
 */
export function alignDocuments(
	source: Matchable,
	target: Matchable,
	tags: readonly string[],
): Alignment {
	const witnesses = createWitnesses(source, target, tags);
	const isInOrder =
		agree(source.blocks, target.blocks) ||
		onlySectionThatDiffers(source.blocks, target.blocks) !== undefined;
	const marked = isInOrder ? [] : findMovedSections(source.blocks, target.blocks, witnesses);
	const moved =
		marked.length > 0
			? marked
			: findSwappedProse(source.blocks, target.blocks, growthOf(witnesses));
	const first = alignWithout(moved, source, target, witnesses);
	const pairs = pairLoneSections(source, target, first, witnesses);
	return pairs.length === 0 ? first : alignWithout([...moved, ...pairs], source, target, witnesses);
}

/** Aligns two pages, sections that moved on their own and the rest without them. */
function alignWithout(
	moved: readonly MovedSection[],
	source: Matchable,
	target: Matchable,
	witnesses: Witnesses,
): Alignment {
	const numbers = sectionNumbers(source.blocks);
	const found: Found = {
		matches: [],
		missing: [],
		extra: [],
		splitCode: [],
		leftovers: [],
	};
	const ends = new DocumentEnds(source, target);
	const movedSections = moved.map(([from, to]): Match => {
		const section = numbers.get(from)!;
		const [ours, theirs] = [subtreeOf(source.blocks, from), subtreeOf(target.blocks, to)];
		alignLevel(ours, theirs, section, numbers, ends, witnesses, found);
		return { source: from, target: to, section, isMoved: true };
	});
	const gone = new Set(moved.flatMap(([from]) => subtreeOf(source.blocks, from)));
	const come = new Set(moved.flatMap(([, to]) => subtreeOf(target.blocks, to)));
	const ours = moved.length === 0 ? source.blocks : source.blocks.filter((each) => !gone.has(each));
	const theirs =
		moved.length === 0 ? target.blocks : target.blocks.filter((each) => !come.has(each));
	alignLevel(ours, theirs, 0, numbers, ends, witnesses, found);

	const alignBelow = ({ source: from, target: to, section }: Match): void => {
		alignLevel(from.children, to.children, section, numbers, ends, witnesses, found);
	};
	findLostFrames(found, (some, others, section) => {
		alignLevel(some, others, section, numbers, ends, witnesses, found);
	});
	const doubtful = findDoubtful(found.matches);
	findMovedBlocks(found, doubtful, witnesses, alignBelow);
	findExchangedProse(found, doubtful, witnesses, alignBelow);
	findSplitCode(found, witnesses);
	const missing = groupSections(ours, new Map(found.missing.map((each) => [each.source, each])));
	const extra = groupSections(theirs, new Map(found.extra.map((each) => [each.target, each])));
	found.missing = found.missing.filter(({ source: block }) => !missing.covered.has(block));
	found.extra = found.extra.filter(({ target: block }) => !extra.covered.has(block));
	findMovedProse(found, witnesses);
	found.matches.sort((a, b) => a.target.span.from - b.target.span.from);
	const byKind = Map.groupBy(found.matches, ({ source: { kind } }) => kind);
	return {
		...found,
		moved: found.matches.filter(({ isMoved }) => isMoved),
		code: (byKind.get('code') ?? []).filter(({ target: { code } }) => code),
		byKind,
		differing: found.matches.filter(({ source: from, target: to }) => !haveSameInlines(from, to)),
		missingSections: missing.sections,
		extraSections: extra.sections,
		movedSections,
	};
}
