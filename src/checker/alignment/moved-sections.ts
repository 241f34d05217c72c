import type { Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';
import { areNamedApart, dice, likeness } from './likeness.ts';
import { heaviestIncreasing } from './align-sequence.ts';
import {
	sectionCandidates,
	type CandidatePair,
	type SectionCandidate,
} from './section-candidates.ts';
import { countHeadings } from './sections.ts';
import { withoutStanding } from './standing-sections.ts';
import { whatGoesUp } from './upward-sections.ts';

/** The headings of a section that stands at another place in the translation. */
export type MovedSection = readonly [source: Block, target: Block];

/** Likeness from which two sections are surely the same one, and how much the next best may have. */
const SURE = [
	{ likeness: 0.35, lead: 0.2 },
	{ likeness: 0.6, lead: 0.08 },
] as const;
/** How much likelier, at most, one of another extent may seem. */
const TOLERANCE = 0.1;
/** How much of the words of two headings has to be the same, of those that a translation may keep. */
const NAMESAKE = 0.5;
/** A mark that more sections than this have tells them not apart. */
const COMMON = 8;
/** Beyond this many sections their order is not searched: the search takes the square of them. */
const MOST_SECTIONS = 2000;

/**
 * Sections that say the same but stand in another order, with all that belongs to them: the
 * smallest part of the page that has to move for the order to agree.
 *
 * @returns their headings; of a section and those within it only the outermost
 */
export function findMovedSections(
	source: readonly Block[],
	target: readonly Block[],
	witnesses: Witnesses,
): MovedSection[] {
	if (countHeadings(source) > MOST_SECTIONS || countHeadings(target) > MOST_SECTIONS) return [];
	const ours = sectionCandidates(source, witnesses.source);
	const theirs = sectionCandidates(target, witnesses.target);
	const sure = withoutStanding(findSure(ours, theirs), ours, theirs, witnesses);
	const kept = new Set(
		heaviestIncreasing(
			sure.map(({ from }) => ours.indexOf(from)),
			sure.map(({ to }) => ownSizeOf(to)),
		),
	);
	const moved = outermostOf(sure.filter((_, index) => !kept.has(index)));
	return whatGoesUp(moved, sure, ours, theirs, witnesses).map(({ from, to }) => [
		from.heading,
		to.heading,
	]);
}

/** Without the sections that moved with those around them. */
function outermostOf(moved: readonly CandidatePair[]): readonly CandidatePair[] {
	return moved.filter(
		({ from, to }) =>
			!moved.some(
				(other) =>
					(other.to !== to && other.to.blocks.includes(to.heading)) ||
					(other.from !== from && other.from.blocks.includes(from.heading)),
			),
	);
}

/** Length without the sections below, which are weighed by themselves. */
function ownSizeOf({ heading, blocks }: SectionCandidate): number {
	const next = blocks.findIndex((block) => block !== heading && block.kind === 'heading');
	return blocks.at(next < 0 ? -1 : next - 1)!.span.to - heading.span.from;
}

function findSure(
	ours: readonly SectionCandidate[],
	theirs: readonly SectionCandidate[],
): CandidatePair[] {
	// Only sections that share a mark are compared, so that the cost stays linear.
	const holders = new Map<string, SectionCandidate[]>();
	for (const candidate of ours)
		for (const mark of candidate.evidence.marks) {
			const list = holders.get(mark);
			if (list) list.push(candidate);
			else holders.set(mark, [candidate]);
		}
	const sure: (CandidatePair & { readonly score: number })[] = [];
	for (const to of theirs) {
		const candidates = new Set<SectionCandidate>();
		for (const mark of to.evidence.marks) {
			const list = holders.get(mark) ?? [];
			if (list.length <= COMMON) for (const holder of list) candidates.add(holder);
		}
		const scores = [...candidates]
			.filter(
				({ heading, evidence }) =>
					heading.name === to.heading.name && !areNamedApart(evidence, to.evidence),
			)
			.map((from) => ({ from, score: likeness(from.evidence, to.evidence) ?? 0 }))
			.sort((a, b) => b.score - a.score);
		const whole = scores.filter(({ from }) => haveSameExtent(from, to));
		const [first, second] = whole;
		// One that lost a part, or has one more, is likelier than another one that is whole.
		if (!first || scores[0]!.score > first.score + TOLERANCE) continue;
		const isSure = SURE.some(
			({ likeness: least, lead }) =>
				first.score >= least && first.score - (second?.score ?? 0) >= lead,
		);
		if (!isSure) continue;
		// One that names the same in its heading, where the likeliest names something else.
		const isNamesake = ({ from }: { from: SectionCandidate }): boolean =>
			(dice(from.title, to.title) ?? 0) >= NAMESAKE;
		if (!isNamesake(first) && whole.some(isNamesake)) continue;
		sure.push({ from: first.from, to, score: first.score });
	}
	// Of a section and its copy the order tells which is which.
	const claims = Map.groupBy(sure, ({ from }) => from);
	return sure.filter((claim) =>
		claims.get(claim.from)!.every((other) => other === claim || other.score < claim.score),
	);
}

/** A section that lost its heading, or took in another one, is not the same any more. */
function haveSameExtent(from: SectionCandidate, to: SectionCandidate): boolean {
	const [small, large] = [from.blocks.length, to.blocks.length].sort((a, b) => a - b);
	return from.headings === to.headings && small! >= large! * 0.75;
}
