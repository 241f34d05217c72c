import type { Block } from '../document/block.ts';
import { areSame, areStrangers, type Witnesses } from './align-blocks.ts';
import type { Found } from './align-level.ts';
import type { Match } from './alignment.ts';

/**
 * Recognises blocks that stand at another place: missing here, extra there, or matched with a
 * stranger that took their place.
 */
export function findMovedBlocks(found: Found, witnesses: Witnesses): void {
	const strangers = found.matches.filter(
		({ source, target }) => MOVABLE.has(source.kind) && areStrangers(source, target, witnesses),
	);
	if (found.missing.length + strangers.length === 0 || found.extra.length + strangers.length === 0)
		return;
	const free = {
		source: [
			...found.missing.map(({ source }) => source),
			...strangers.map(({ source }) => source),
		],
		target: new Set([
			...found.extra.map(({ target }) => target),
			...strangers.map(({ target }) => target),
		]),
	};
	if (free.source.length * free.target.size > MOST_COMPARISONS) return;

	const missingAt = new Map(found.missing.map((each) => [each.source, each.at.line]));
	const moved: Match[] = [];
	for (const source of free.source) {
		if (!MOVABLE.has(source.kind)) continue;
		const at = missingAt.get(source);
		const target = [...free.target].find(
			(each) => areSame(source, each, witnesses) || isBeside(source, each, at),
		);
		if (!target) continue;
		free.target.delete(target);
		const section = [...found.missing, ...strangers].find(
			(each) => each.source === source,
		)!.section;
		moved.push({ source, target, section, isMoved: true });
	}
	if (moved.length === 0) return;
	const sources = new Set(moved.map(({ source }) => source));
	const targets = new Set(moved.map(({ target }) => target));
	// Who was matched with one that moved is alone now, unless it moved as well.
	for (const { source, target, section } of strangers) {
		if (sources.has(source) === targets.has(target)) continue;
		if (sources.has(source))
			found.extra.push({ target, at: source.span.start, section, subsections: 0 });
		else found.missing.push({ source, at: target.span.start, section, subsections: 0 });
	}
	found.matches = found.matches.filter(
		({ source, target }) => !sources.has(source) && !targets.has(target),
	);
	found.missing = found.missing.filter(({ source }) => !sources.has(source));
	found.extra = found.extra.filter(({ target }) => !targets.has(target));
	found.matches.push(...withoutPartners(moved));
}

/** Prose that is reordered is not told apart from prose that is reworded. */
const MOVABLE = new Set([
	'code',
	'table',
	'list',
	'quote',
	'callout',
	'component',
	'figure',
	'paragraph',
]);

const MOST_COMPARISONS = 10_000;

/** Of two blocks that changed places only one has moved: the shorter one. */
function withoutPartners(moved: readonly Match[]): Match[] {
	const byTarget = [...moved].sort((a, b) => a.target.span.from - b.target.span.from);
	return byTarget.map((match, index) => {
		const partner = byTarget.find(
			(other, at) => at !== index && at < index !== other.source.span.from < match.source.span.from,
		);
		if (!partner) return match;
		const size = ({ source }: Match): number => source.span.to - source.span.from;
		const isLonger =
			size(match) > size(partner) ||
			(size(match) === size(partner) && byTarget.indexOf(partner) > index);
		return isLonger ? { ...match, isMoved: false } : match;
	});
}

/** Whether a block stands right beside its place, within another container, with as many parts. */
function isBeside(source: Block, target: Block, at: number | undefined): boolean {
	return (
		at !== undefined &&
		source.kind === target.kind &&
		source.children.length > 0 &&
		source.children.length === target.children.length &&
		Math.abs(target.span.start.line - at) <= 2
	);
}
