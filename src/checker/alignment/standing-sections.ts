import type { Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import type { Witnesses } from './evidence.ts';
import { growthOf } from './growth.ts';
import { areCognates, beginningsOfWords, longWords } from './cognates.ts';
import { fitOf, strangeness } from './section-fit.ts';
import { placesOf, type CandidatePair, type SectionCandidate } from './section-candidates.ts';

/** How much likelier, as a logarithm, it has to be that a section stands where it stood. */
const SURE = 0.5;
/** How much likelier one word makes it that both languages share. */
const WORD = 1.5;
/** Words of headings that are compared, each with each. */
const MOST_WORDS = 20;

/**
 * Takes out of pairs of sections that seem to have moved those whose code alone says so: where the
 * headings and the prose fit the place better at which they stand, it is the code that moved.
 *
 * @param ours all sections of the source, and `theirs` of the target
 */
export function withoutStanding(
	pairs: readonly CandidatePair[],
	ours: readonly SectionCandidate[],
	theirs: readonly SectionCandidate[],
	witnesses: Witnesses,
): readonly CandidatePair[] {
	const haveSameLevels =
		ours.length === theirs.length &&
		ours.every(({ heading }, index) => heading.name === theirs[index]!.heading.name);
	if (!haveSameLevels) return pairs;
	const places = {
		ours: placesOf(ours),
		theirs: placesOf(theirs),
	};
	const partnerOf = new Map(pairs.map(({ from, to }) => [from, to]));
	const growth = growthOf(witnesses);
	const known = new Map<SectionCandidate, Prose>();
	const proseOf = (section: SectionCandidate, text: string): Prose => {
		let prose = known.get(section);
		if (!prose) known.set(section, (prose = readProse(section, text)));
		return prose;
	};
	return pairs.filter(({ from, to }) => {
		const [i, j] = [places.ours.get(from)!, places.theirs.get(to)!];
		if (i === j) return true;
		// In the source the section and the one whose place it took, in the translation what stands here and there.
		const [own, other] = [from, ours[j]!].map((each) => proseOf(each, witnesses.source.text));
		const [here, there] = [theirs[i]!, to].map((each) => proseOf(each, witnesses.target.text));
		const weigh = (one: Prose, another: Prose): number => fit(one, another, growth);
		const isExchange = partnerOf.get(ours[j]!) === theirs[i];
		const straight = (weigh(own!, here!) + weigh(other!, there!)) / 2;
		const across = weigh(own!, there!);
		const crossed = isExchange ? (across + weigh(other!, here!)) / 2 : across;
		const straightWords =
			(wordsShared(own!, other!, here!, there!) + wordsShared(other!, own!, there!, here!)) / 2;
		const acrossWords = wordsShared(own!, other!, there!, here!);
		const crossedWords = isExchange
			? (acrossWords + wordsShared(other!, own!, here!, there!)) / 2
			: acrossWords;
		const words = straightWords - crossedWords;
		return straight - crossed + WORD * words < SURE;
	});
}

interface Prose {
	readonly headings: readonly Block[];
	/** Headings included. */
	readonly blocks: readonly Block[];
	/** Whether it holds a single block, which may have moved on its own. */
	readonly isLone: boolean;
	readonly titles: readonly string[];
	readonly words: ReadonlySet<string>;
}

/** What a section holds beside its code. */
function readProse({ blocks }: SectionCandidate, text: string): Prose {
	const headings = blocks.filter(({ kind }) => kind === 'heading');
	const isLone = blocks.length - headings.length <= 1;
	const prose = blocks.filter(({ kind }) => kind !== 'code');
	return {
		headings,
		blocks: prose,
		isLone,
		titles: headings.flatMap((heading) => longWords(textOf(heading, text))).slice(0, MOST_WORDS),
		words: beginningsOfWords(
			prose.filter(({ kind }) => kind !== 'heading'),
			text,
		),
	};
}

function fit(one: Prose, other: Prose, growth: number): number {
	const isBare = [one, other].some(({ headings, blocks }) => headings.length === blocks.length);
	const [ours, theirs] =
		isBare || (one.isLone && other.isLone)
			? [one.headings, other.headings]
			: [one.blocks, other.blocks];
	return fitOf(ours, theirs, growth) - strangeness(ours, theirs);
}

/** Words that two sections share, without those that do not tell them from two others. */
function wordsShared(one: Prose, without: Prose, other: Prose, less: Prose): number {
	let shared = 0;
	for (const word of one.words)
		if (other.words.has(word) && !without.words.has(word) && !less.words.has(word)) shared++;
	const isIn = (word: string, { titles }: Prose): boolean =>
		titles.some((title) => areCognates(word, title));
	for (const word of one.titles)
		if (isIn(word, other) && !isIn(word, without) && !isIn(word, less)) shared++;
	return shared;
}
