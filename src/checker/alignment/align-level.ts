import { isEmptied, type Block } from '../document/block.ts';
import type { Point } from '../place.ts';
import { alignBlocks } from './align-blocks.ts';
import type { Witnesses } from './evidence.ts';
import type { Extra, Leftover, Match, Missing, SplitCode } from './alignment.ts';
import { joinParagraphs } from './paragraphs/join-paragraphs.ts';
import { findLeftovers } from './leftovers.ts';
import { recastOf, soleChildOf } from './recast.ts';
import { kinship } from './similarity.ts';

/** What the alignment has found so far; the steps that follow mend it. */
export interface Found {
	matches: Match[];
	missing: Missing[];
	extra: Extra[];
	readonly splitCode: SplitCode[];
	readonly leftovers: Leftover[];
}

export interface Ends {
	readonly source: Point;
	readonly target: Point;
	/** The closing tag that stands right behind a line of the target, if one does. */
	closingTagBehind(line: number): Point | undefined;
	/** The rule across the page, or the import, that stands right behind a line, if one does. */
	breakBehind(side: 'source' | 'target', line: number): Point | undefined;
}

/**
 * Aligns the blocks of one level and all below them.
 *
 * @param section number of the section in which the level stands
 * @param numbers section numbers of top-level blocks, which begin sections of their own
 * @param ends of what holds the blocks: where a last block is missing
 */
export function alignLevel(
	ours: readonly Block[],
	all: readonly Block[],
	section: number,
	numbers: ReadonlyMap<Block, number>,
	ends: Ends,
	witnesses: Witnesses,
	found: Found,
): void {
	const first = alignBlocks(ours, all, witnesses);
	const leftovers = findLeftovers(ours, all, first, witnesses);
	found.leftovers.push(...leftovers);
	const rest = leftovers.length === 0 ? all : withoutLeftovers(all, leftovers);
	const single = leftovers.length === 0 ? first : alignBlocks(ours, rest, witnesses);
	const { source, target, pairs } = joinParagraphs(ours, rest, single, witnesses);
	let [i, j] = [0, 0];
	let current = section;
	const skipTo = (nextSource: number, nextTarget: number): void => {
		if (i === nextSource && j === nextTarget) return;
		// A missing block belongs right behind what precedes it.
		const last = i < nextSource ? source[nextSource - 1] : undefined;
		const at = placeBehind(target[j - 1], last, target[j]?.span.start ?? ends.target, ends);
		const before = source[i]?.span.start ?? ends.source;
		for (; j < nextTarget; j++)
			found.extra.push({ target: target[j]!, at: before, section: current, subsections: 0 });
		for (; i < nextSource; i++) {
			current = numbers.get(source[i]!) ?? current;
			found.missing.push({ source: source[i]!, at, section: current, subsections: 0 });
		}
	};
	const alignBelow = (
		from: Block,
		to: Block,
		ours: readonly Block[],
		theirs: readonly Block[],
	): void => {
		if (ours.length === 0 && theirs.length === 0) return;
		const below = {
			source: endOf(from),
			target: endOf(to),
			closingTagBehind: (line: number) => ends.closingTagBehind(line),
			breakBehind: (side: 'source' | 'target', line: number) => ends.breakBehind(side, line),
		};
		alignLevel(ours, theirs, current, numbers, below, witnesses, found);
	};
	for (const [nextSource, nextTarget] of pairs) {
		skipTo(nextSource, nextTarget);
		const from = source[i++]!;
		const to = target[j++]!;
		current = numbers.get(from) ?? current;
		// Of a cell that was emptied, all that it holds is missing at once.
		if (from.kind === 'cell' && isEmptied(from, to, witnesses.target.text))
			found.missing.push({ source: from, at: to.span.start, section: current, subsections: 0 });
		else if (kinship(from, to) > 0) {
			found.matches.push({ source: from, target: to, section: current, isMoved: false });
			// Of a directive that was read as code nothing within is known.
			if (!to.code) alignBelow(from, to, from.children, to.children);
		} else if (recastOf(from, to) === 'lost') {
			found.missing.push({ source: from, at: to.span.start, section: current, subsections: 0 });
			if (soleChildOf(from)) alignBelow(from, to, from.children, [to]);
		} else {
			const at = from.span.start;
			found.extra.push({ target: to, at, section: current, subsections: 0, recastFrom: from });
			if (soleChildOf(to)) alignBelow(from, to, [from], to.children);
		}
	}
	skipTo(source.length, target.length);
}

function withoutLeftovers(blocks: readonly Block[], leftovers: readonly Leftover[]): Block[] {
	const gone = new Set(leftovers.map(({ target }) => target));
	return blocks.filter((block) => !gone.has(block));
}

/** Where `last` belongs, behind `previous`: at the next block, but within the same HTML, and before a rule. */
function placeBehind(
	previous: Block | undefined,
	last: Block | undefined,
	next: Point,
	ends: Ends,
): Point {
	if (!previous) return next;
	const { line } = endOf(previous);
	const tag = ends.closingTagBehind(line);
	if (tag && tag.line < next.line) return tag;
	const rule =
		last && ends.breakBehind('source', endOf(last).line) && ends.breakBehind('target', line);
	return rule && rule.line < next.line ? rule : next;
}

/** The last place that still belongs to a block: an end at the start of a line is the line before. */
function endOf({ kind, span, children }: Block): Point {
	const last = children.at(-1);
	return last && !TAGGED.has(kind) ? endOf(last) : span.end;
}

/** Kinds with a closing tag, behind all that they hold. */
const TAGGED = new Set(['component', 'html']);
