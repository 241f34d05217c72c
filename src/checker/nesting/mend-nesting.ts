import type { Alignment } from '../alignment/alignment.ts';
import { eachBlock, type Block } from '../document/block.ts';
import { findMisnested, type Misnested } from './misnested.ts';
import { piecesOf } from './pieces.ts';
import { renest, withChildren } from './renest.ts';
import { findTrailing } from './trailing-blocks.ts';

export interface Mended {
	/** Those of the translation, at the levels of the source. */
	readonly blocks: readonly Block[];
	/** Those of them that stood at others. */
	readonly misnested: readonly Misnested[];
}

/**
 * Puts blocks that lost their indentation, or have too much, where they belong: one line that is
 * indented otherwise makes a list, and all that it divides, missing here and extra there. `undefined`
 * where there is none.
 */
export function mendNesting(
	source: readonly Block[],
	target: readonly Block[],
	alignment: Alignment,
): Mended | undefined {
	const lone = blocksWithoutPlace(alignment);
	if (lone.size === 0) return undefined;
	const partners = new Map(alignment.matches.map((match) => [match.source, match.target]));
	const isSound = (block: Block): boolean => !eachBlock([block]).some((each) => lone.has(each));
	const misnested: Misnested[] = [];

	/** What stands between blocks that are the same on both sides is looked at together. */
	const mendBetween = (
		ours: readonly Block[],
		theirs: readonly Block[],
		isSame: (ours: Block, theirs: Block) => boolean,
		mendPart: (ours: readonly Block[], theirs: readonly Block[]) => readonly Block[],
	): Block[] => {
		const places = new Map(theirs.map((block, index) => [block, index]));
		const mended: Block[] = [];
		let [from, to] = [0, 0];
		for (const [index, block] of ours.entries()) {
			const partner = partners.get(block);
			const at = partner && places.get(partner);
			if (at === undefined || at < to || !isSame(block, partner!)) continue;
			for (const each of mendPart(ours.slice(from, index), theirs.slice(to, at))) mended.push(each);
			mended.push(partner!);
			[from, to] = [index + 1, at + 1];
		}
		return mended.concat(mendPart(ours.slice(from), theirs.slice(to)));
	};

	const areSound = (ours: Block, theirs: Block): boolean => isSound(ours) && isSound(theirs);

	const mendAll = (ours: readonly Block[], theirs: readonly Block[], list?: Block) => {
		const pieces = piecesOf(theirs, list);
		const found = findMisnested(piecesOf(ours), pieces) ?? [];
		for (const each of found) misnested.push(each);
		return found.length > 0 ? renest(ours, pieces) : undefined;
	};

	const mendPart = (
		ours: readonly Block[],
		theirs: readonly Block[],
		level: number,
		list?: Block,
	): readonly Block[] => {
		if (ours.length === 0 || theirs.length === 0) return theirs;
		const mended = mendAll(ours, theirs, list);
		if (mended) return mended;
		const places = new Map(ours.map((block, index) => [partners.get(block), index]));
		const result: Block[] = [];
		for (let at = 0; at < theirs.length; at++) {
			const block = theirs[at]!;
			const place = places.get(block);
			const partner = place === undefined ? undefined : ours[place]!;
			if (!partner || areSound(partner, block)) {
				result.push(block);
				continue;
			}
			const one = mendAll([partner], [block], list)?.[0];
			const next = (blocks: readonly Block[], from: number) =>
				blocks.slice(from, from + MOST_BEHIND);
			const trailing =
				!one && findTrailing(partner, next(ours, place! + 1), block, next(theirs, at + 1), lone);
			if (trailing) {
				misnested.push(trailing.misnested);
				result.push(mendWithin(partner, trailing.list, level + 1), ...trailing.behind);
				at += trailing.taken;
			} else result.push(one ?? mendWithin(partner, block, level + 1));
		}
		return result;
	};

	const mendWithin = (ours: Block, theirs: Block, level: number): Block => {
		if (level > MOST_LEVELS) return theirs;
		const list = theirs.kind === 'list' ? theirs : undefined;
		const children = mendBetween(ours.children, theirs.children, areSound, (part, other) =>
			mendPart(part, other, level, list),
		);
		return withChildren(theirs, children);
	};

	// A section at once where that will do: of paragraphs beside each other another may seem extra.
	const isHeading = ({ kind }: Block): boolean => kind === 'heading';
	const blocks = mendBetween(source, target, isHeading, (section, other) => {
		const isLone = [...section, ...other].some((block) => !isSound(block));
		if (!isLone) return other;
		return (
			mendAll(section, other) ??
			mendBetween(section, other, areSound, (part, rest) => mendPart(part, rest, 0))
		);
	});
	return misnested.length === 0 ? undefined : { blocks, misnested };
}

/** Blocks behind a list that are looked at. */
const MOST_BEHIND = 10;

/** Levels of nesting that are looked at: each takes a walk through all below it. */
const MOST_LEVELS = 6;

/** Blocks that one side lacks, or has at another place. */
function blocksWithoutPlace({ missing, extra, moved }: Alignment): ReadonlySet<Block> {
	return new Set([
		...missing.map(({ source }) => source),
		...extra.map(({ target }) => target),
		...moved.flatMap(({ source, target }) => [source, target]),
	]);
}
