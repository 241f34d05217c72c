import type { Match } from './alignment/alignment.ts';
import { eachBlock, isProse } from './document/block.ts';
import type { Document } from './document/document.ts';
import { textOf } from './document/text-of.ts';
import { casedWordsOf, isAcronym, isCapitalised } from './language/words.ts';

/**
 * Words of a copied heading that are no names: the source page uses them in lower case, and the
 * translation has other words for them. None where most headings are copies, or where the
 * translation names the heading in its text, as it does with a product.
 */
export function plainWordsOf(
	{ source: from, target: to }: Match,
	source: Document,
	target: Document,
	matches: readonly Match[],
): ReadonlySet<string> {
	const text = textOf(to, target.text).trim();
	if (to.kind !== 'heading' || text !== textOf(from, source.text).trim()) return NONE;
	const own = casedWordsOf(text);
	// One word may well be the same in both languages.
	if (own.length < 2 || areMostlyCopies(matches, source, target)) return NONE;
	if (isNamedTwice(text, target) || isSpelt(text)) return NONE;
	const [ours, theirs] = [countWords(source), countWords(target)];
	const plain = own.filter((word) => {
		const within = own.filter((other) => other === word && !isCapitalised(word)).length;
		const elsewhere = (theirs.get(word.toLowerCase()) ?? 0) - within;
		return elsewhere <= 0 && formsOf(word.toLowerCase()).some((form) => ours.has(form));
	});
	return new Set(plain.map((word) => word.toLowerCase()));
}

const NONE: ReadonlySet<string> = new Set();

/** Read once for each page: it has many headings. */
const lowerTexts = new WeakMap<Document, string>();

function isNamedTwice(heading: string, target: Document): boolean {
	const text = lowerTexts.get(target) ?? target.text.toLowerCase();
	lowerTexts.set(target, text);
	const name = heading.toLowerCase();
	return text.indexOf(name) !== text.lastIndexOf(name);
}

const mostlyCopies = new WeakMap<readonly Match[], boolean>();

function areMostlyCopies(matches: readonly Match[], source: Document, target: Document): boolean {
	const areCopies = mostlyCopies.get(matches) ?? haveMostlyCopies(matches, source, target);
	mostlyCopies.set(matches, areCopies);
	return areCopies;
}

function haveMostlyCopies(matches: readonly Match[], source: Document, target: Document): boolean {
	const headings = matches.filter(({ source: { kind } }) => kind === 'heading');
	const copies = headings.filter(
		({ source: from, target: to }) => textOf(from, source.text) === textOf(to, target.text),
	);
	return copies.length * 2 > headings.length;
}

/** Whether a heading gives the short form of a name: `Single Page Application (SPA)`. */
function isSpelt(text: string): boolean {
	const words = casedWordsOf(text);
	const initials = words.map((word) => word[0]).join('');
	return words.some((word) => isAcronym(word) && initials.includes(word));
}

const known = new WeakMap<Document, ReadonlyMap<string, number>>();

/** How often a page has each word in lower case, its code aside. */
function countWords(document: Document): ReadonlyMap<string, number> {
	let counts = known.get(document);
	if (!counts) known.set(document, (counts = countAll(document)));
	return counts;
}

function countAll(document: Document): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const block of eachBlock(document.blocks))
		if (isProse(block))
			for (const word of casedWordsOf(textOf(block, document.text)))
				if (!isCapitalised(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/** `formsOf('limits')` => `['limits', 'limit']` */
function formsOf(word: string): string[] {
	return word.endsWith('s') ? [word, word.slice(0, -1)] : [word, `${word}s`];
}
