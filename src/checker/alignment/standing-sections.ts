import type { Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { growthOf, type Witnesses } from './align-blocks.ts';
import { areCognates, beginningsOfWords, longWords } from './cognates.ts';
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
	const partnerOf = new Map(pairs.map(({ from, to }) => [from, to]));
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
		const weigh = (one: Prose, other: Prose): number => fit(one, other, growth);
		const straight = (weigh(a!, c!) + weigh(b!, d!)) / 2;
		const isExchange = partnerOf.get(ours[j]!) === theirs[i];
		const crossed = isExchange ? (weigh(a!, d!) + weigh(b!, c!)) / 2 : weigh(a!, d!);
		const back = wordsShared(b!, a!, c!, d!);
		const across = wordsShared(a!, b!, d!, c!);
		const words =
			(wordsShared(a!, b!, c!, d!) + wordsShared(b!, a!, d!, c!)) / 2 -
			(isExchange ? (across + back) / 2 : across);
		return straight - crossed + WORD * words < SURE;
	});
}

interface Prose {
	readonly blocks: readonly Block[];
	readonly titles: readonly string[];
	readonly words: ReadonlySet<string>;
}

/** What a section holds beside its code, or beside a single block, which may have moved on its own. */
function readProse({ blocks }: Section, text: string): Prose {
	const headings = blocks.filter(({ kind }) => kind === 'heading');
	const prose =
		blocks.length - headings.length > 1 ? blocks.filter(({ kind }) => kind !== 'code') : headings;
	return {
		blocks: prose,
		titles: headings.flatMap((heading) => longWords(textOf(heading, text))).slice(0, MOST_WORDS),
		words: beginningsOfWords(
			prose.filter(({ kind }) => kind !== 'heading'),
			text,
		),
	};
}

function fit({ blocks: ours }: Prose, { blocks: theirs }: Prose, growth: number): number {
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
