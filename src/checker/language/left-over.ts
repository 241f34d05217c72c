import { evidenceOf } from './evidence.ts';
import type { Languages, LanguageTags } from './languages.ts';
import { proseOf } from './prose.ts';
import { shareScript } from './script.ts';
import { casedWordsOf, wordsOf } from './words.ts';

/** What parts a text where a link or emphasis stands: their words may be meant as they are. */
export const PART = '\u0000';

/**
 * Looks for a part of a sentence that is still as in the source, while the rest is translated.
 *
 * @param target visible prose, a space where inline code stood and `PART` where a link did
 * @param counterpart the aligned source text
 * @param languages loaded
 * @returns the first such part; `undefined` for none
 */
export function findLeftOver(
	target: string,
	counterpart: string,
	tags: LanguageTags,
	languages: Languages,
): string | undefined {
	const ours = wordsOf(counterpart);
	if (ours.length < SHORTEST) return undefined;
	const known = new Set(ours);
	const parts = withoutAsides(target).split(PART);
	const doubtful = parts.filter((part) => hasRunOf(known, wordsOf(part)));
	if (doubtful.length === 0 || proseOf(target) === '') return undefined;
	const runs = new Set<string>();
	for (let index = 0; index + SHORTEST <= ours.length; index++)
		runs.add(ours.slice(index, index + SHORTEST).join(' '));
	for (const part of doubtful)
		for (const run of sharedRuns(part, runs)) if (isProse(run, tags, languages)) return run;
	return undefined;
}

/** A text without what it quotes, and what it adds as the source calls it: `PART` stands there. */
export function withoutAsides(text: string): string {
	return text.replace(ASIDE, PART);
}

/** The cheap test: whether so many words in a row are words of the source, in any order. */
function hasRunOf(known: ReadonlySet<string>, words: readonly string[]): boolean {
	let length = 0;
	return words.some((word) => {
		length = known.has(word) ? length + 1 : 0;
		return length === SHORTEST;
	});
}

/** The longest pieces of a text whose words stand in the source one behind the other. */
function* sharedRuns(text: string, runs: ReadonlySet<string>): Generator<string> {
	const words = casedWordsOf(text);
	const lower = words.map((word) => word.toLowerCase());
	const isShared = (index: number): boolean =>
		runs.has(lower.slice(index, index + SHORTEST).join(' '));
	const plain = text.replaceAll('’', "'");
	let at = 0;
	for (let index = 0; index + SHORTEST <= words.length; index++) {
		at = plain.indexOf(words[index]!, at);
		if (!isShared(index)) {
			at += words[index]!.length;
			continue;
		}
		const from = at;
		let last = index + SHORTEST - 1;
		while (last + 1 < words.length && isShared(last + 2 - SHORTEST)) last++;
		for (; index <= last; index++) at = plain.indexOf(words[index]!, at) + words[index]!.length;
		index--;
		yield text.slice(from, at);
	}
}

function isProse(run: string, tags: LanguageTags, languages: Languages): boolean {
	// Next to Chinese any Latin word seems English. Against all languages few words seem so.
	const isShared = shareScript(tags);
	const rivals = isShared ? tags : { source: tags.source, target: 'und' };
	const prose = proseOf(run);
	const { words, isTitle, margins, score = 0 } = evidenceOf(prose, rivals, languages);
	return (
		!isTitle &&
		words.length >= SHORTEST - 1 &&
		!isEnumeration(run, words.length) &&
		score >= PROSE &&
		margins.filter((margin) => margin >= (isShared ? TELLING : TELLING_AMONG_ALL)).length >=
			(isShared ? 3 : 2)
	);
}

/** Whether a text is a row of terms: `how to, what is, explore, investigate`. */
function isEnumeration(text: string, words: number): boolean {
	return (text.match(/[,，、;/·|]/g)?.length ?? 0) * 3 >= words;
}

/** Words that two languages share by chance, and names, are fewer in a row. */
const SHORTEST = 7;

/** `Evidence.score` of nearly all English sentences, and of no translated ones. */
const PROSE = 25;

/** Margin of function words, and of few others. */
const TELLING = 100;

/** The same where it is weighed against all languages: `this` has 77, `known` 38, names mostly less. */
const TELLING_AMONG_ALL = 65;

/**
 * What is quoted, or added as it is called in the source; emphasis among letters that set no spaces
 * is text to the parser.
 */
const ASIDE =
	/"[^"]*"|“[^“”]*”|„[^“”„]*[“”]|«[^«»]*»|「[^「」]*」|『[^『』]*』|‘[^‘’]*’|\([^()]*\)|（[^（）]*）|《[^《》]*》|\*\*[^*]*\*\*/g;
