import { eachBlock, type Block } from '../document/block.ts';
import type { MovedSection } from './moved-sections.ts';
import { fitOf, strangeness } from './section-fit.ts';
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
		fitOf(from.blocks, to.blocks, growth) - strangeness(from.blocks, to.blocks);
	const arePlain = ours.map((section, i) => isPlain(section) && isPlain(theirs[i]!));
	const straight = ours.map((section, i) =>
		arePlain[i] ? fitOf(section.blocks, theirs[i]!.blocks, growth) : 0,
	);
	return ours.flatMap((first, i): MovedSection[] => {
		const second = ours[i + 1];
		if (!second || !arePlain[i] || !arePlain[i + 1]) return [];
		// Nothing fits better than well.
		if (straight[i]! + straight[i + 1]! > -UNFIT) return [];
		if (!first.heading || !areNeighbours(first, second, ours[i + 2])) return [];
		const [a, b] = [theirs[i]!, theirs[i + 1]!];
		const crossed = fit(first, b) + fit(second, a);
		const gain = crossed - fit(first, a) - fit(second, b);
		// Told of the one that has to go up: if it is the text alone that changed places, the other one
		// would be told to stand behind itself.
		return gain >= SURE ? [[first.heading, b.heading!]] : [];
	});
}

/** How much likelier, as a logarithm, the exchange has to be. */
const SURE = 8;
/** How unlikely both places have to be by the lengths alone. */
const UNFIT = 0.5;

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
