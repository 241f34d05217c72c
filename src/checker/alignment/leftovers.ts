import { eachBlock, isProse, type Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { alignBlocks } from './align-blocks.ts';
import type { Witnesses } from './evidence.ts';
import { dice } from './likeness.ts';
import type { IndexPair } from './align-sequence.ts';
import type { Leftover } from './alignment.ts';
import { kinship } from './similarity.ts';

/**
 * Copies of the source that stand beside their translation. Each is nearer to its source than the
 * translation, which seems to be new beside it: whether it finds its place without the copies tells.
 *
 * @param pairs all blocks of a level, matched
 */
export function findLeftovers(
	source: readonly Block[],
	target: readonly Block[],
	pairs: readonly IndexPair[],
	witnesses: Witnesses,
): Leftover[] {
	if (pairs.length === target.length) return [];
	const copies = pairs.filter(([i, j]) => isCopy(source[i]!, target[j]!, witnesses));
	if (copies.length === 0) return [];

	const copied = new Set(copies.map(([, j]) => j));
	const matched = new Set(pairs.map(([, j]) => j));
	const isOpen = (j: number): boolean => copied.has(j) || !matched.has(j);
	const others = [...target.keys()].filter((j) => !copied.has(j));
	const partners = new Map(
		alignBlocks(
			source,
			others.map((j) => target[j]!),
			witnesses,
		).map(([i, index]) => [i, others[index]!]),
	);
	const areNeighbours = (a: number, b: number): boolean => {
		for (let j = Math.min(a, b) + 1; j < Math.max(a, b); j++) if (!isOpen(j)) return false;
		return true;
	};
	return copies.flatMap(([i, j]): Leftover[] => {
		const partner = partners.get(i);
		const isLeft =
			partner !== undefined &&
			!matched.has(partner) &&
			areNeighbours(partner, j) &&
			mayTranslate(source[i]!, target[partner]!, witnesses);
		return isLeft ? [{ source: source[i]!, target: target[j]! }] : [];
	});
}

/** Words from which a text is more than a name, which every language keeps. */
const FEWEST_WORDS = 4;

function isCopy(
	source: Block,
	target: Block,
	{ source: ours, target: theirs }: Witnesses,
): boolean {
	if (!PROSE.has(source.kind) || source.kind !== target.kind) return false;
	if (written(source, ours.text) !== written(target, theirs.text)) return false;
	const prose = eachBlock([source]).filter((block) => isProse(block) && !isOneLink(block));
	const words = prose.flatMap(
		(block) =>
			textOf(block, ours.text)
				.replace(ADDRESS, ' ')
				.match(/\p{L}{2,}/gu) ?? [],
	);
	return words.length >= FEWEST_WORDS;
}

/** Every language keeps it: `https://example.com/stock`, `docs/orders.html`. */
const ADDRESS = /(?<!\S)\S*\/\S*/g;

/** An entry of a table of contents: what stands around it is as likely another entry. */
function isOneLink({ node }: Block): boolean {
	return 'children' in node && node.children.length === 1 && node.children[0]!.type === 'link';
}

const PROSE = new Set(['paragraph', 'list', 'item', 'quote', 'callout']);

/** What a block holds: numbers of items change where one more precedes them. */
function written({ kind, span, children }: Block, text: string): string {
	const from = kind === 'item' ? (children[0]?.span.from ?? span.from) : span.from;
	return text.slice(from, span.to);
}

/** How far, as a factor, the lengths may lie apart: some languages write a word in one character. */
const MOST_GROWTH = 3.5;

function mayTranslate(source: Block, target: Block, witnesses: Witnesses): boolean {
	if (kinship(source, target) < 1) return false;
	// A copy that stands twice is no translation either.
	if (written(source, witnesses.source.text) === written(target, witnesses.target.text))
		return false;
	const [ours, theirs] = [witnesses.source.of(source), witnesses.target.of(target)];
	return (
		Math.min(ours.size, theirs.size) * MOST_GROWTH >= Math.max(ours.size, theirs.size) &&
		dice(ours.marks, theirs.marks) !== 0
	);
}
