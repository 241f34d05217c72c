import type { Block } from '../document/block.ts';
import { growthOf, type Witnesses } from './align-blocks.ts';
import { beginningsOfWords } from './cognates.ts';
import { fitOf, strangeness } from './section-fit.ts';

interface Section {
	readonly heading: Block;
	/** Heading included. */
	readonly blocks: readonly Block[];
}

interface Pair<Of extends Section> {
	readonly from: Of;
	readonly to: Of;
}

/** How much likelier, as a logarithm, it has to be that a section stands where it stood. */
const SURE = 1.5;
/** How much likelier one word makes it that both languages share. */
const WORD = 1.5;

/**
 * Takes out of pairs of sections that seem to have moved those whose code alone says so: where the
 * headings and the prose fit the place better at which they stand, it is the code that moved.
 *
 * @param ours all sections of the source, and `theirs` of the target
 */
export function withoutStanding<Of extends Section>(
	pairs: readonly Pair<Of>[],
	ours: readonly Of[],
	theirs: readonly Of[],
	witnesses: Witnesses,
): readonly Pair<Of>[] {
	const haveSameLevels =
		ours.length === theirs.length &&
		ours.every(({ heading }, index) => heading.name === theirs[index]!.heading.name);
	if (!haveSameLevels) return pairs;
	const places = {
		ours: new Map(ours.map((section, index) => [section, index])),
		theirs: new Map(theirs.map((section, index) => [section, index])),
	};
	const growth = growthOf(witnesses);
	const known = new Map<Section, Prose>();
	const proseOf = (section: Section, text: string): Prose => {
		let prose = known.get(section);
		if (!prose) known.set(section, (prose = readProse(section, text)));
		return prose;
	};
	return pairs.filter(({ from, to }) => {
		const [i, j] = [places.ours.get(from)!, places.theirs.get(to)!];
		if (i === j) return true;
		const [a, b] = [from, ours[j]!].map((each) => proseOf(each, witnesses.source.text));
		const [c, d] = [theirs[i]!, to].map((each) => proseOf(each, witnesses.target.text));
		const straight = (fit(a!, c!, growth) + fit(b!, d!, growth)) / 2;
		const gain = straight - fit(a!, d!, growth) + WORD * wordsForStanding(a!, b!, c!, d!);
		return gain < SURE;
	});
}

interface Prose {
	readonly blocks: readonly Block[];
	readonly words: ReadonlySet<string>;
}

function readProse({ blocks }: Section, text: string): Prose {
	const prose = blocks.filter(({ kind }) => kind !== 'code');
	return { blocks: prose, words: beginningsOfWords(prose, text) };
}

function fit({ blocks: ours }: Prose, { blocks: theirs }: Prose, growth: number): number {
	return fitOf(ours, theirs, growth) - strangeness(ours, theirs);
}

/** Words that tell two sections apart and that they share where they stand, less those across. */
function wordsForStanding(a: Prose, b: Prose, c: Prose, d: Prose): number {
	const share = (one: Prose, without: Prose, other: Prose, less: Prose): number => {
		let shared = 0;
		for (const word of one.words)
			if (other.words.has(word) && !without.words.has(word) && !less.words.has(word)) shared++;
		return shared;
	};
	return (share(a, b, c, d) + share(b, a, d, c)) / 2 - share(a, b, d, c);
}
