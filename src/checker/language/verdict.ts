import type { Evidence } from './evidence.ts';
import { isCapitalised, PHRASE } from './words.ts';

/** What the words of a copied heading are elsewhere on the two pages, in lower case. */
export interface HeadingWords {
	/** How many there are. */
	readonly count: number;
	/**
	 * No names: in lower case, or used elsewhere by the source, while the translation has other words
	 * for them.
	 */
	readonly plain: readonly string[];
	/** The translation has them elsewhere as well: names, or terms that it keeps. */
	readonly kept: readonly string[];
}

/** A text as it is in the source: copied, unless it is a name or says the same in both languages. */
export function ofCopy(evidence: Evidence, prose: string): boolean {
	const { words, isTitle, isShouted, margins, score } = evidence;
	if (score === undefined) return hasFunctionWordsByLength(words);
	const separators = prose.match(/[,，、/·|]/g)?.length ?? 0;
	if (words.length < PHRASE || separators >= (isTitle ? 1 : words.length - 1)) return false;
	// In capitals names look as all words do: `HOW TO KEEP ORDERS` is none, `GET ORDERS DONE` may be one.
	if (isShouted) return margins.filter((margin) => margin >= PURE).length > 1;
	if (!isTitle) return score >= (words.length > PHRASE || tellingIn(margins) > 0 ? COPY : TERMS);
	if (hasFunctionWord(evidence)) return score >= COPY;
	return words.length > PHRASE && /\s[-–—]\s|:\s/.test(prose) && score >= TITLE;
}

/**
 * A copied heading that is not told by its words alone, such as `Graceful Shutdown Order`. The more
 * of them are known to be no names, the less else has to speak against it.
 *
 * @param hasScriptOfItsOwn whether the translation is written in other letters than the source
 */
export function ofHeading(
	{ words, margins, score = 0 }: Evidence,
	heading: HeadingWords,
	hasScriptOfItsOwn: boolean,
): boolean {
	// `of` and the like stand in quotations of the source, and are no names anywhere.
	const isFunctionWord = (word: string): boolean =>
		words.some((each, i) => each.toLowerCase() === word && margins[i]! >= FUNCTION_WORD);
	const shown = heading.kept.filter(isFunctionWord).length;
	const [plain, kept] = [heading.plain.length + shown, heading.kept.length - shown];
	// A name of some length would stand in the text below it as well; it may begin with another one.
	if (hasScriptOfItsOwn && heading.count >= PHRASE && kept * 3 <= heading.count) return true;
	if (plain === shown) return false;
	if (
		hasScriptOfItsOwn &&
		kept * 2 <= heading.count &&
		(plain > 1 || heading.plain.some(isFunctionWord))
	)
		return true;
	// Next to Chinese any Latin word seems English: then its words alone decide.
	if (hasScriptOfItsOwn && words.length > 1 && kept === 0 && plain * 2 >= heading.count)
		return true;
	if (plain === 1) return kept * 3 <= heading.count && score >= TITLE;
	return kept * 2 <= heading.count && score >= PLAIN;
}

/** A text other than that of the source: of an older source, or slightly edited. */
export function ofText(evidence: Evidence): boolean {
	const { words, isTitle, margins, score = 0 } = evidence;
	if (words.length >= LONG) return score >= PROSE && (!isTitle || hasFunctionWord(evidence));
	if (isTitle || words.length < PHRASE) return false;
	return score >= SHORT_PROSE && tellingIn(margins) >= (words.length === PHRASE ? 2 : 1);
}

/** A sentence among others. */
export function ofSentence({ words, isTitle, margins, score = 0 }: Evidence): boolean {
	return !isTitle && words.length >= SENTENCE && score >= PROSE && tellingIn(margins) >= 2;
}

/**
 * Other than between names, as in `Ruby on Rails` and `Express and Redis`; behind a verb, as in
 * `Keeping the Orders`, no names are joined.
 */
function hasFunctionWord({ words, margins }: Evidence): boolean {
	const isClause = GERUND.test(words[0] ?? '');
	return words.some((word, i) => {
		if (isClause && !isCapitalised(word)) return margins[i]! >= SMALL_WORD;
		return margins[i]! >= FUNCTION_WORD && (isCapitalised(word) || word.length > 3);
	});
}

/** Long enough to be none of `String`, `Spring` and their kin. */
const GERUND = /^\p{L}{4,}ing$/u;

function tellingIn(margins: readonly number[]): number {
	return margins.filter((margin) => margin >= TELLING).length;
}

/** For a language that the library does not know: in most of them, function words are short. */
function hasFunctionWordsByLength(words: readonly string[]): boolean {
	return words.length >= 8 && words.filter((word) => word.length <= 3).length >= 3;
}

/*
 * Thresholds of `Evidence.score`, `Languages.margin` and counts of words, set on TypeScript's
 * messages in eleven languages of Latin script and on real translated documentation.
 */

/** Words of a sentence that is judged by itself, within a text that is translated otherwise. */
const SENTENCE = 5;

/** Words from which the score alone decides. */
const LONG = 6;

/**
 * 98.6 % of the English texts of 6 or 7 words score more, and 99.9 % of the longer ones; of 14 400
 * translated texts none.
 */
const PROSE = 25;

/** The same for 3 to 5 words: of 3 500 translated texts one scores more. */
const SHORT_PROSE = 40;

/** For copies: cognates score about 0, and names are left out of the words. */
const COPY = 15;

/** For copies of 3 words without a telling one, which may be technical terms. */
const TERMS = 40;

/**
 * For copied titles without a function word, such as `Sample Service – Common Mistakes`, or with one
 * word that is no name.
 */
const TITLE = 50;

/**
 * Margin of function words, from `one` (128) to `that` (191). Words of 50 names of products and
 * people have 118 at most.
 */
const FUNCTION_WORD = 124;

/** Margin of a word in lower case in a title, where only function words are: `the` has 77 and more. */
const SMALL_WORD = 60;

/** Margin of words that are nothing but function words: `how`, `to`, `you`, but not `get` (141). */
const PURE = 145;

/** For copied headings with two words that are no names. */
const PLAIN = 25;

/** Margin of a word of one of the two languages alone: function words, and few others. */
const TELLING = 100;
