import type { Document } from '../document/document.ts';
import { excerpt } from '../excerpt.ts';
import { collectProse } from './collect-prose.ts';
import { commonWordsOf, conventionsOf, type Conventions } from './conventions.ts';
import { findNumbers } from './find-numbers.ts';
import { findPunctuation } from './find-punctuation.ts';
import { CURVED_APOSTROPHE, findQuotes } from './find-quotes.ts';
import { findSpaces } from './find-spaces.ts';
import { findSpelling } from './find-spelling.ts';
import { createTitleCase } from './find-title-case.ts';
import { findWords } from './find-words.ts';
import { maskCode } from './mask-code.ts';
import { ADDRESS, OBJECT, replacementOf, type Edit, type ProseRun } from './prose-run.ts';
import type { RunSlip, Slip } from './slip.ts';
import { misspellingsOf } from './spellings.ts';
import { vocabularyOf } from './vocabulary.ts';

/**
 * Where the prose of a page does not keep to the conventions of its language, rule by rule. All
 * replacements of a page can be applied at once: none touches another.
 *
 * @param original the text of the file
 * @param source text of the source page, which tells names from other words
 */
export function findSlips(
	document: Document,
	original: string,
	translatedKeys: readonly string[],
	source = '',
): Slip[] {
	const commonWords = commonWordsOf(document.locale);
	if (!commonWords) return [];
	const conventions = conventionsOf(document.locale);
	const vocabulary = vocabularyOf(document.locale);
	const misspellings = misspellingsOf(document.locale);
	const runs = collectProse(document, original, translatedKeys, commonWords).map(maskCode);
	const hasCurvedApostrophes = runs.some(({ text }) => CURVED_APOSTROPHE.test(text));
	const findTitleCase = createTitleCase(runs, source, commonWords);
	return runs.flatMap((run) => {
		// Where two would change the same place, the first one has the say.
		const found: Found[] = [];
		if (conventions && NEEDS_CARE.test(run.text))
			found.push(...againstConventions(run, conventions, hasCurvedApostrophes));
		if (vocabulary) found.push(['typography-words', findWords(run, vocabulary)]);
		if (misspellings) found.push(['typography-spelling', findSpelling(run, misspellings)]);
		if (run.isHeading) found.push(['typography-spelling', findTitleCase(run)]);
		const slips = slipsOf(run, original, found);
		return slips.length > 0 && isEnglish(run.text, commonWords) ? [] : slips;
	});
}

type Found = readonly [ruleId: string, slips: Iterable<RunSlip>];

function againstConventions(
	run: ProseRun,
	conventions: Conventions,
	hasCurvedApostrophes: boolean,
): Found[] {
	return [
		['typography-quotes', findQuotes(run, conventions, hasCurvedApostrophes)],
		['typography-numbers', findNumbers(run, conventions)],
		['typography-punctuation', findPunctuation(run, conventions)],
		['typography-spaces', findSpaces(run, conventions)],
	];
}

function slipsOf(run: ProseRun, original: string, found: readonly Found[]): Slip[] {
	const claims = new Set<number>();
	const slips: Slip[] = [];
	for (const [ruleId, slipsOfRule] of found)
		for (const slip of slipsOfRule) {
			const replacements = slip.edits.map((edit) => replacementOf(run, edit, original));
			if (!replacements.every((each) => each !== undefined)) continue;
			const claimed = slip.edits.flatMap((edit) => [...placesOf(edit)]);
			if (claimed.some((each) => claims.has(each))) continue;
			const placed = place(ruleId, slip, replacements, run, original);
			if (!placed) continue;
			for (const each of claimed) claims.add(each);
			slips.push(placed);
		}
	return slips;
}

/** Whether a text, such as a quotation, was left in English and is set as English is. */
function isEnglish(text: string, commonWords: RegExp): boolean {
	const english = text.match(ENGLISH)?.length ?? 0;
	return english > 1 && english > (text.match(commonWords)?.length ?? 0);
}

const ENGLISH =
	/\b(?:the|of|and|is|are|to|in|that|with|for|you|your|not|this|it|by|be|can|from)\b/gi;

/** Whatever is against the conventions holds one of these. */
const NEEDS_CARE = /["'“”«»;:!?¿¡%]|\.{3}|[ \t\u00A0\u202F][ \t,.]|, |\d/;

/** What an edit needs for itself: characters by odd numbers, what lies between them by even ones. */
function* placesOf({ from, to }: Edit): Generator<number> {
	if (from === to) yield from * 2;
	for (let place = from * 2 + 1; place < to * 2; place++) yield place;
}

function place(
	ruleId: string,
	{ messageId, data, from, to }: RunSlip,
	replacements: Slip['replacements'],
	{ text, starts, ends }: ProseRun,
	original: string,
): Slip | undefined {
	/** As it stands on the page, but for marks of Markdown around it. */
	const shownAt = (index: number): string => {
		const character = text[index]!;
		const isStandIn = character === OBJECT || character === ADDRESS;
		return isStandIn ? original.slice(starts[index], ends[index]) : character;
	};
	let [first, last] = [from, Math.max(from, to - 1)];
	while (first < last && Number.isNaN(starts[first])) first++;
	while (last > first && Number.isNaN(ends[last])) last--;
	const begin = starts[first]!;
	const end = ends[last]!;
	if (Number.isNaN(begin) || Number.isNaN(end)) return undefined;
	const word = /\S*$/.exec(text.slice(Math.max(0, from - 30), from))![0];
	let found = '';
	// A mark that opens, and a space, say little without what follows.
	const rest = /[\s'«]$/.test(text.slice(from, to)) ? /^\S*/.exec(text.slice(to))![0].length : 0;
	for (let index = from - word.length; index < Math.min(to + rest, from + 80); index++)
		found += shownAt(index);
	return {
		ruleId,
		messageId,
		data: { ...data, found: excerpt(found, 40) },
		from: begin,
		to: end,
		replacements,
	};
}
