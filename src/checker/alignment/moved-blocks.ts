import { eachBlock, type Block } from '../document/block.ts';
import { mayContradict } from './agreement.ts';
import type { Witnesses } from './evidence.ts';
import type { Found } from './align-level.ts';
import type { Match } from './alignment.ts';
import { beginAlike } from './entry-names.ts';
import { areSame, areSamples, areStrangers } from './same-block.ts';
import { kinship } from './similarity.ts';

/** Matches that may not belong together. */
export function findDoubtful(matches: readonly Match[]): readonly Match[] {
	return matches.filter(
		({ source, target }) => MOVABLE.has(source.kind) && mayContradict(source, target),
	);
}

/**
 * Recognises blocks that stand at another place: missing here, extra there, or matched with a
 * stranger that took their place.
 *
 * @param doubtful matches that may not belong together
 * @param alignBelow matches what two blocks hold
 */
export function findMovedBlocks(
	found: Found,
	doubtful: readonly Match[],
	witnesses: Witnesses,
	alignBelow: (match: Match) => void,
): void {
	// A block that stands elsewhere leaves its place to another one, or leaves one missing and one extra.
	if (doubtful.length + found.missing.length + found.extra.length < 2) return;
	const strangers = doubtful.filter(({ source, target }) =>
		areStrangers(source, target, witnesses),
	);
	if (found.missing.length + strangers.length === 0 || found.extra.length + strangers.length === 0)
		return;
	const free = {
		source: outermostFirst([
			...found.missing.map(({ source }) => source),
			...strangers.map(({ source }) => source),
		]),
		target: new Set([
			...found.extra.map(({ target }) => target),
			...strangers.map(({ target }) => target),
		]),
	};
	if (free.source.length * free.target.size > MOST_COMPARISONS) return;

	let tables: ReadonlyMap<Block, Match> | undefined;
	const areInOneTable = (ours: Block, theirs: Block): boolean => {
		tables ??= tablesOfRows(found.matches);
		return tables.has(ours) && tables.get(ours) === tables.get(theirs);
	};
	const lone = found.missing.length === 1 && found.extra.length === 1 ? found : undefined;
	const areLone = (ours: Block, theirs: Block): boolean =>
		lone?.missing[0]!.source === ours && lone.extra[0]!.target === theirs;
	const missingAt = new Map(found.missing.map((each) => [each.source, each.at.line]));
	const moved: Match[] = [];
	const within = { source: new Set<Block>(), target: new Set<Block>() };
	for (const source of free.source) {
		if (!MOVABLE.has(source.kind) || within.source.has(source)) continue;
		const at = missingAt.get(source);
		const target = [...free.target].find(
			(each) =>
				!within.target.has(each) &&
				(areSame(source, each, witnesses) ||
					isBeside(source, each, at) ||
					(areLone(source, each) && areSamples(source, each)) ||
					(beginAlike(source, each) && areInOneTable(source, each))),
		);
		if (!target) continue;
		free.target.delete(target);
		for (const block of eachBlock(source.children)) within.source.add(block);
		for (const block of eachBlock(target.children)) within.target.add(block);
		const section = [...found.missing, ...strangers].find(
			(each) => each.source === source,
		)!.section;
		moved.push({ source, target, section, isMoved: true });
	}
	if (moved.length === 0) return;
	const sources = new Set(moved.map(({ source }) => source));
	const targets = new Set(moved.map(({ target }) => target));
	// Who was matched with one that moved is alone now, unless it moved as well.
	const alone = strangers.filter(
		({ source, target }) => sources.has(source) !== targets.has(target),
	);
	const newcomers = alone.filter(({ target }) => !targets.has(target));
	const pairs: Match[] = [];
	for (const { source, target, section } of alone) {
		if (sources.has(source)) continue;
		const at = newcomers.findIndex(
			(other) =>
				kinship(source, other.target) === 1 && !areStrangers(source, other.target, witnesses),
		);
		const [partner] = at < 0 ? [] : newcomers.splice(at, 1);
		if (partner) {
			pairs.push({ source, target: partner.target, section, isMoved: false });
			for (const block of eachBlock(source.children)) within.source.add(block);
			for (const block of eachBlock(partner.target.children)) within.target.add(block);
		} else found.missing.push({ source, at: target.span.start, section, subsections: 0 });
	}
	for (const { source, target, section } of newcomers)
		found.extra.push({ target, at: source.span.start, section, subsections: 0 });
	const isGone = (source: Block): boolean => sources.has(source) || within.source.has(source);
	const isCome = (target: Block): boolean => targets.has(target) || within.target.has(target);
	found.matches = found.matches.filter(({ source, target }) => !isGone(source) && !isCome(target));
	found.missing = found.missing.filter(({ source }) => !isGone(source));
	found.extra = found.extra.filter(({ target }) => !isCome(target));
	for (const match of [...withoutPartners(moved), ...pairs]) {
		found.matches.push(match);
		alignBelow(match);
	}
}

/** What a block holds moves with it, and is looked for only where the block itself is not found. */
function outermostFirst(blocks: readonly Block[]): readonly Block[] {
	const inner = new Set<Block>();
	for (const block of blocks)
		if (!inner.has(block)) for (const each of eachBlock(block.children)) inner.add(each);
	if (inner.size === 0) return blocks;
	return [
		...blocks.filter((block) => !inner.has(block)),
		...blocks.filter((each) => inner.has(each)),
	];
}

/** The tables of both pages by their rows. */
function tablesOfRows(matches: readonly Match[]): ReadonlyMap<Block, Match> {
	const tables = new Map<Block, Match>();
	for (const match of matches)
		if (match.source.kind === 'table')
			for (const { children } of [match.source, match.target])
				for (const row of children) tables.set(row, match);
	return tables;
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
	'item',
	'row',
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

/** Lines, of which one or two are blank. */
const NEAR = 2;

/** Whether a block stands right beside its place, within another container, with as many parts. */
function isBeside(source: Block, target: Block, at: number | undefined): boolean {
	return (
		at !== undefined &&
		source.kind === target.kind &&
		source.kind !== 'item' &&
		source.kind !== 'row' &&
		source.children.length > 0 &&
		source.children.length === target.children.length &&
		at >= target.span.start.line - NEAR &&
		at <= target.span.end.line + NEAR
	);
}
