import { isTitle, type Block } from '../document/block.ts';
import type { Point } from '../place.ts';
import type { Missing } from './alignment.ts';
import type { Found } from './align-level.ts';
import { FRAMES } from './recast.ts';
import { kinship } from './similarity.ts';

/** Parts of a frame that are looked at. */
const MOST_PARTS = 50;

/**
 * Recognises what a frame holds where the frame alone is gone, or only the translation has one: tabs
 * without the container around them are told by that container, and not one by one.
 *
 * @param alignBelow matches the parts of the source with those of the target
 */
export function findLostFrames(
	found: Found,
	alignBelow: (ours: readonly Block[], theirs: readonly Block[], section: number) => void,
): void {
	for (const missing of [...found.missing]) {
		const { source, section } = missing;
		const parts = partsOf(source);
		if (!parts) continue;
		const beside = found.extra.filter(({ at }) => at === source.span.start);
		const run =
			runLike(
				parts,
				beside.map(({ target }) => target),
			) ?? runInNeighbour(parts, missing, found);
		if (!run) continue;
		const known = new Set(run);
		found.extra = found.extra.filter(({ target }) => !known.has(target));
		const { start } = run[0]!.span;
		// What stands above its place is in its place.
		if (start.line < missing.at.line)
			found.missing = found.missing.map((each) =>
				each === missing ? { ...missing, at: start } : each,
			);
		alignBelow(parts, run, section);
	}
	for (const { target, section } of [...found.extra]) {
		const parts = partsOf(target);
		if (!parts) continue;
		const beside = found.missing.filter(({ at }) => at === target.span.start);
		const run = runLike(
			parts,
			beside.map(({ source }) => source),
		);
		if (!run) continue;
		const known = new Set(run);
		found.missing = found.missing.filter(({ source }) => !known.has(source));
		alignBelow(run, parts, section);
	}
}

/** What a frame holds beside its title, if it is more than one block. */
function partsOf({ kind, children }: Block): readonly Block[] | undefined {
	if (!FRAMES.has(kind) || children.length > MOST_PARTS) return undefined;
	const parts = children.filter((child) => !isTitle(child));
	return parts.length > 1 ? parts : undefined;
}

/** As indented parts are that belong to the frame above by now, whichever of the two that is. */
function runInNeighbour(
	parts: readonly Block[],
	{ at }: Missing,
	{ extra }: Found,
): readonly Block[] | undefined {
	// Paragraphs alone are too like any other ones.
	if (parts.every(({ kind }) => kind === 'paragraph')) return undefined;
	const blocks = extra.map(({ target }) => target);
	const above = (block: Block, { line }: Point): Point | undefined =>
		isNear(block.span.end.line, line - 2) ? block.span.start : undefined;
	const below = (block: Block, { line }: Point): Point | undefined =>
		isNear(block.span.start.line, line) ? block.span.end : undefined;
	return (
		runLike(parts, follow(blocks.toReversed(), at, above).toReversed()) ??
		runLike(parts, follow(blocks, at, below))
	);
}

function isNear(line: number, first: number): boolean {
	return line >= first && line <= first + 2;
}

/** The blocks of which each stands beside the one before it. */
function follow(
	blocks: readonly Block[],
	place: Point,
	step: (block: Block, from: Point) => Point | undefined,
): Block[] {
	let from = place;
	return blocks.filter((block) => {
		const next = step(block, from);
		from = next ?? from;
		return next !== undefined;
	});
}

/** Blocks in a row that are of the same kinds as some parts. */
function runLike(parts: readonly Block[], blocks: readonly Block[]): readonly Block[] | undefined {
	for (let from = 0; from + parts.length <= Math.min(blocks.length, MOST_PARTS); from++) {
		const run = blocks.slice(from, from + parts.length);
		if (run.every((block, index) => kinship(parts[index]!, block) === 1)) return run;
	}
	return undefined;
}
