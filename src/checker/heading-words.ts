import type { Match } from './alignment/alignment.ts';
import { eachBlock, isProse } from './document/block.ts';
import type { Document } from './document/document.ts';
import { textOf } from './document/text-of.ts';
import type { HeadingWords } from './language/untranslated.ts';
import { proseOf } from './language/prose.ts';
import { casedWordsOf, isAcronym, isCapitalised, wordsOf } from './language/words.ts';

/**
 * What the two pages say of the words of a heading that is as in the source; nothing where most
 * headings are, or where the translation names the heading in its text, as it does with a product.
 */
export function headingWordsOf(
	{ source: from, target: to }: Match,
	source: Document,
	target: Document,
	matches: readonly Match[],
): HeadingWords | undefined {
	const text = textOf(to, target.text).trim();
	if (to.kind !== 'heading' || text !== textOf(from, source.text).trim()) return undefined;
	return titleWordsOf(text, 1, source, target, matches);
}

/**
 * The same of a title that stands elsewhere: in front matter, or in an attribute.
 *
 * @param times how often it stands among the texts of a page, which is no sign of another use
 */
export function titleWordsOf(
	text: string,
	times: 0 | 1,
	source: Document,
	target: Document,
	matches: readonly Match[],
): HeadingWords | undefined {
	const written = casedWordsOf(proseOf(text, true));
	// One word may well be the same in both languages.
	if (written.length < 2 || areMostlyCopies(matches, source, target)) return undefined;
	if (isNamedTwice(text, target) || isSpelt(text)) return undefined;
	const own = written.map((word) => word.toLowerCase());
	const [ours, theirs] = [countWords(source), countWords(target)];
	const isElsewhere = (counts: ReadonlyMap<string, number>, word: string): boolean =>
		(counts.get(word) ?? 0) > times * own.filter((other) => other === word).length;
	const kept = own.filter((word) => isElsewhere(theirs, word));
	const plain = own.filter(
		(word, i) =>
			!kept.includes(word) &&
			(!isCapitalised(written[i]!) || formsOf(word).some((form) => isElsewhere(ours, form))),
	);
	return { count: own.length, plain, kept };
}

/** Read once for each page: it has many headings. */
const lowerTexts = new WeakMap<Document, string>();

/** Also as packages and repositories are called: `kitchen-report` for `Kitchen Report`. */
function isNamedTwice(heading: string, target: Document): boolean {
	const text = lowerTexts.get(target) ?? target.text.replace(COPIED, '').toLowerCase();
	lowerTexts.set(target, text);
	const name = heading.toLowerCase();
	if (text.indexOf(name) !== text.lastIndexOf(name)) return true;
	return /\s/.test(name) && holdsName(text, name.replace(/\s+/g, '-'));
}

/** Descriptions, which are forgotten as headings are. */
const COPIED = /\b(?:alt|title|label|caption)=\{?(?:"[^"\n]*"|'[^'\n]*')|!\[[^[\]\n]*\]/g;

/** Other than as an id, which was made of the heading: `{#kitchen-report}`. */
function holdsName(text: string, name: string): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
		if (!/[#*]/.test(text[at - 1] ?? '')) return true;
	return false;
}

const mostlyCopies = new WeakMap<readonly Match[], boolean>();

function areMostlyCopies(matches: readonly Match[], source: Document, target: Document): boolean {
	const areCopies = mostlyCopies.get(matches) ?? haveMostlyCopies(matches, source, target);
	mostlyCopies.set(matches, areCopies);
	return areCopies;
}

function haveMostlyCopies(matches: readonly Match[], source: Document, target: Document): boolean {
	// Of code there is nothing to translate.
	const headings = matches.filter(
		({ source: { kind }, target: to }) =>
			kind === 'heading' && /\p{L}/u.test(textOf(to, target.text)),
	);
	const copies = headings.filter(
		({ source: from, target: to }) => textOf(from, source.text) === textOf(to, target.text),
	);
	// The only heading of a page says nothing of the others.
	return copies.length > 1 && copies.length * 2 > headings.length;
}

/** Whether a heading gives the short form of a name: `Single Page Application (SPA)`. */
function isSpelt(text: string): boolean {
	const words = casedWordsOf(text);
	const initials = words.map((word) => word[0]).join('');
	return words.some((word) => isAcronym(word) && initials.includes(word));
}

const known = new WeakMap<Document, ReadonlyMap<string, number>>();

/** How often a page has each word, its code aside. */
function countWords(document: Document): ReadonlyMap<string, number> {
	let counts = known.get(document);
	if (!counts) known.set(document, (counts = countAll(document)));
	return counts;
}

function countAll(document: Document): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const block of eachBlock(document.blocks))
		if (isProse(block))
			for (const word of wordsOf(
				textOf(block, document.text).replace(PATHS, ' ').replace(SEAM, ' '),
			))
				counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** Paths of files, which nobody translates: `common/coding-style.md` */
const PATHS = /(?<![\w./-])(?:[\w.-]*\/[\w./-]*\.[a-z]{2,4}|[\w./-]+\.mdx?)(?![\w/-])/g;

/** Where letters of other scripts follow Latin ones without a space, or the other way: `Redisは` */
const SEAM =
	/(?<=\p{scx=Latn})(?=[^\P{L}\p{scx=Latn}])|(?<=[^\P{L}\p{scx=Latn}])(?=\p{scx=Latn})/gu;

/** `formsOf('limits')` => `['limits', 'limit']` */
function formsOf(word: string): string[] {
	return word.endsWith('s') ? [word, word.slice(0, -1)] : [word, `${word}s`];
}
