import { compareByLines } from '../code/compare-by-lines.ts';
import type { Block } from '../document/block.ts';
import type { Witnesses } from './evidence.ts';
import type { Found } from './align-level.ts';
import type { Match } from './alignment.ts';

/**
 * Recognises code of the source that stands in several blocks of the translation: with the blocks
 * that seem to be new beside it, a block is the code of the source. The first one of them becomes
 * the match.
 */
export function findSplitCode(found: Found, { target: { text } }: Witnesses): void {
	const extra = new Set(found.extra.map(({ target }) => target).filter(isClosedFence));
	if (extra.size === 0) return;
	const matches = found.matches.filter(({ target }) => isClosedFence(target));
	const byTarget = new Map(matches.map((match) => [match.target, match]));
	const blocks = [...extra, ...byTarget.keys()].sort((a, b) => a.span.from - b.span.from);
	const areNeighbours = (one: Block | undefined, next: Block | undefined): boolean =>
		one !== undefined &&
		next !== undefined &&
		/^[\s>]*$/.test(text.slice(one.span.to, next.span.from));

	const joined = new Map<Match, Match>();
	for (const [index, block] of blocks.entries()) {
		const match = byTarget.get(block);
		if (!match?.source.code) continue;
		let [first, last] = [index, index];
		while (areNeighbours(blocks[first - 1], blocks[first]) && extra.has(blocks[first - 1]!))
			first--;
		while (areNeighbours(blocks[last], blocks[last + 1]) && extra.has(blocks[last + 1]!)) last++;
		const ways = [[first, last] as const, [first, index] as const, [index, last] as const];
		const way = ways.find(([from, to]) => areOne(match.source, blocks.slice(from, to + 1)));
		if (!way) continue;
		const parts = blocks.slice(way[0], way[1] + 1);
		const whole = { ...match, target: parts[0]! };
		for (const part of parts) extra.delete(part);
		found.splitCode.push({ match: whole, parts });
		joined.set(match, whole);
	}
	if (joined.size === 0) return;
	const known = new Set(found.splitCode.flatMap(({ parts }) => parts));
	found.matches = found.matches.map((match) => joined.get(match) ?? match);
	found.extra = found.extra.filter(({ target }) => !known.has(target));
}

/** Whether a block has both its fences, and something between them. */
function isClosedFence({ code, span }: Block): boolean {
	if (!code?.isFenced || code.code.trim() === '') return false;
	return span.end.line - span.start.line === code.code.split('\n').length + 1;
}

/** Whether blocks are together the code of another one, but for comments and blank lines. */
function areOne(source: Block, parts: readonly Block[]): boolean {
	if (parts.length < 2) return false;
	const [ours, theirs] = [[source], parts].map((blocks) =>
		blocks
			.flatMap(({ code }) => code!.code.split('\n'))
			.filter((line) => line.trim() !== '')
			.join('\n'),
	);
	return (
		compareByLines({ ...source.code!, code: ours! }, { ...source.code!, code: theirs! }) !==
		undefined
	);
}
