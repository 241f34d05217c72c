import { eachBlock, type Block } from '../document/block.ts';
import { kinship } from './similarity.ts';
import { dice } from './evidence.ts';
import type { MovedSection } from './moved-sections.ts';
import { sectionsOf, type Section } from './sections.ts';

/**
 * Neighbouring sections of mere prose that changed places. Little or nothing in them is kept by a
 * translation, so that the shapes and lengths of their paragraphs tell; both sections have to fit
 * the other place far better than their own.
 */
export function findSwappedProse(
	source: readonly Block[],
	target: readonly Block[],
	growth: number,
): MovedSection[] {
	const [ours, theirs] = [sectionsOf(source), sectionsOf(target)];
	const isSame =
		ours.length === theirs.length && ours.every((each, i) => areLevel(each, theirs[i]!));
	if (!isSame) return [];
	const fit = (from: Section, to: Section): number =>
		fitOf(from, to, growth) - strangeness(from, to);
	const arePlain = ours.map((section, i) => isPlain(section) && isPlain(theirs[i]!));
	const straight = ours.map((section, i) => (arePlain[i] ? fitOf(section, theirs[i]!, growth) : 0));
	return ours.flatMap((first, i): MovedSection[] => {
		const second = ours[i + 1];
		if (!second || !arePlain[i] || !arePlain[i + 1]) return [];
		// Nothing fits better than well.
		if (straight[i]! + straight[i + 1]! > -UNFIT) return [];
		if (!first.heading || !areNeighbours(first, second, ours[i + 2])) return [];
		const [a, b] = [theirs[i]!, theirs[i + 1]!];
		const crossed = fit(first, b) + fit(second, a);
		const gain = crossed - fit(first, a) - fit(second, b);
		return gain >= SURE ? [[second.heading!, a.heading!]] : [];
	});
}

/** How much likelier, as a logarithm, the exchange has to be. */
const SURE = 8;
/** How unlikely both places have to be by the lengths alone. */
const UNFIT = 0.5;
/** What a paragraph costs at most, and one that has no partner. */
const WORST = 8;
/** Variance of the length of a translation for each character of its source. */
const VARIANCE = 10;

function areLevel({ heading: ours }: Section, { heading: theirs }: Section): boolean {
	return ours?.name === theirs?.name;
}

/** Whether two sections are of one level, and none below the second goes with it. */
function areNeighbours(first: Section, second: Section, next: Section | undefined): boolean {
	return (
		first.heading!.name === second.heading!.name &&
		(!next || next.heading!.name <= second.heading!.name)
	);
}

function isPlain({ blocks }: Section): boolean {
	return (
		blocks.length > 1 &&
		blocks.every(({ kind }) => PROSE.has(kind)) &&
		eachBlock(blocks).every(({ kind }) => kind !== 'code')
	);
}

const PROSE = new Set(['heading', 'paragraph', 'list', 'quote']);

/** How well the blocks of two sections agree in kind and length: 0 or less. */
function fitOf({ blocks: ours }: Section, { blocks: theirs }: Section, growth: number): number {
	if (ours.length !== theirs.length) return -WORST * Math.max(ours.length, theirs.length);
	return ours.reduce((sum, block, i) => {
		const other = theirs[i]!;
		if (kinship(block, other) < 1 || block.children.length !== other.children.length)
			return sum - WORST;
		const expected = sizeOf(block) * growth;
		const length = (sizeOf(other) - expected) ** 2 / (2 * VARIANCE * expected);
		return sum - Math.min(WORST, length);
	}, 0);
}

/** What it costs that two sections name other things: 0 for none. */
function strangeness({ blocks: ours }: Section, { blocks: theirs }: Section): number {
	return ours.reduce((sum, block, i) => {
		const other = theirs[i];
		return other ? sum + WORST * (1 - sharedNames(block, other)) : sum;
	}, 0);
}

/** How much of the code and the links within two blocks is the same: 0 to 1, 1 for none. */
function sharedNames(source: Block, target: Block): number {
	const [ours, theirs] = [namesIn(source), namesIn(target)];
	// Mostly they are the same, and in the same order.
	if (ours.length === theirs.length && ours.every((name, i) => name === theirs[i])) return 1;
	return dice(new Set(ours), new Set(theirs)) ?? 1;
}

function namesIn({ inlines, children }: Block): string[] {
	const own = inlines.flatMap(({ kind, value }) =>
		kind === 'code' || kind === 'link' ? [value] : [],
	);
	return children.length === 0 ? own : [...own, ...children.flatMap(namesIn)];
}

function sizeOf({ span }: Block): number {
	return span.to - span.from;
}
