import type { Alignment, Match } from './alignment/alignment.ts';
import type { CodeComment } from './code/comments-of.ts';
import { isProse, type Block } from './document/block.ts';
import type { Document } from './document/document.ts';
import { textOf } from './document/text-of.ts';
import {
	countShortWords,
	createGlance,
	isSuspect,
	wordsOf,
	type Glance,
	type HeadingWords,
	type ShortWordCounts,
} from './language/untranslated.ts';
import { headingWordsOf, titleWordsOf } from './heading-words.ts';
import { isListOfNames, isNamedDocument } from './links/linked-names.ts';
import type { Span } from './place.ts';
import { rememberLast } from './remember-last.ts';
import type { SideText } from './side-texts/side-texts.ts';
import { translatedElsewhere } from './translated-elsewhere.ts';

/** What may still be in the language of the source. */
export interface Suspects {
	/** Headings, paragraphs and cells with their counterparts. */
	readonly texts: readonly Match[];
	/** The same for short ones that the translation has other words for elsewhere. */
	readonly forgotten: readonly Match[];
	/** Texts of front matter and of HTML, and descriptions of images. */
	readonly sideTexts: readonly (SideText & { readonly titleWords: HeadingWords | undefined })[];
	/** Comments in code, and lines of them. */
	readonly comments: ReadonlySet<string>;
}

/**
 * Texts of the target that may still be in the language of the source. The cheapest test comes
 * first, since nearly all texts are translated.
 *
 * @param glance of these two pages
 * @param sideTexts copies, as the comments are
 * @param comments in code, of which each stands in the source as well
 */
export function findSuspects(
	source: Document,
	target: Document,
	glance: Glance,
	{ matches }: Alignment,
	sideTexts: readonly SideText[],
	comments: readonly CodeComment[],
): Suspects {
	const page = readPage(source);
	// Of a copy the source has all the words.
	const isOpen = (text: string): boolean => isSuspect(text, () => new Set(wordsOf(text)));
	const texts: Match[] = [];
	const copies: Match[] = [];
	const inComments = new Set<string>();
	for (const match of matches) {
		const { source: from, target: to } = match;
		if (!isProse(to)) continue;
		const written = writtenOf(to, target);
		const isWrittenSo = isSameText(written, target, writtenOf(from, source), source);
		if (!isWrittenSo && !glance(target.text, written.from, written.to)) continue;
		const text = textOf(to, target.text);
		// With other marks for what is strong, or another way to write a link, it is the same text.
		const isCopy =
			isWrittenSo || (isProse(from) && areSameInOneLine(text, textOf(from, source.text)));
		if (isCopy) copies.push(match);
		if (isCopy && ONE_NAME.test(text)) continue;
		if (isListOfNames(to, text) || (isCopy && isNamedDocument(to, text))) continue;
		const mayBeLeft = isCopy ? isOpen(text) : isSuspect(text, page.words, glance);
		if (mayBeLeft || (isCopy && headingWordsOf(match, source, target, matches)?.plain.length))
			texts.push(match);
	}
	for (const { text } of comments) {
		if (isOpen(text)) inComments.add(text);
		// Of a comment that fills several lines one may have been forgotten.
		if (text.includes('\n'))
			for (const line of text.split('\n'))
				if (line !== '' && source.text.includes(line) && isOpen(line)) inComments.add(line);
	}
	return {
		texts,
		forgotten: translatedElsewhere(copies, matches, source, target, (match, side) => {
			const page = side === 'source' ? source : target;
			const { from, to } = writtenOf(match[side], page);
			return page.text.slice(from, to);
		}),
		sideTexts: sideTexts.flatMap((each) => {
			// Descriptions of images name what they show: `npm version`.
			const isTitle = each.kind === 'value' && each.key !== 'alt';
			const titleWords = isTitle ? titleWordsOf(each.text, 0, source, target, matches) : undefined;
			return titleWords?.plain.length || isOpen(each.text) ? [{ ...each, titleWords }] : [];
		}),
		comments: inComments,
	};
}

/** No space, and no letter of a script that may need none. */
const ONE_NAME = /^\s*[!-~]*\s*$/;

/** The cheapest test of all for texts of one page, see `createGlance`. */
export function glanceAt(source: Document, target: Document): Glance {
	return createGlance(readPage(source).shortWords, target.text);
}

/** A part of a page. */
type Part = Pick<Span, 'from' | 'to'>;

/** With its Markdown: what a reader sees of it takes longer to tell. Cells may be padded. */
function writtenOf({ kind, span }: Block, { text }: Document): Part {
	if (kind !== 'cell') return span;
	let { from, to } = span;
	if (text[from] === '|') from++;
	while (from < to && isBlank(text[from]!)) from++;
	if (from < to && text[to - 1] === '|') to--;
	while (from < to && isBlank(text[to - 1]!)) to--;
	return { from, to };
}

function isBlank(character: string): boolean {
	return character === ' ' || character === '\t';
}

function isSameText(a: Part, { text }: Document, b: Part, { text: other }: Document): boolean {
	if (text[a.from] !== other[b.from] || text[a.to - 1] !== other[b.to - 1]) return false;
	return areSameInOneLine(text.slice(a.from, a.to), other.slice(b.from, b.to));
}

/** Lines may end elsewhere; nearly all texts differ in their first letters already. */
function areSameInOneLine(one: string, other: string): boolean {
	if (one === other) return true;
	return one.slice(0, 4) === other.slice(0, 4) && inOneLine(one) === inOneLine(other);
}

function inOneLine(text: string): string {
	if (!text.includes('\n')) return text;
	// A regular expression for the space around them would take the square of a long one.
	const lines = text.split('\n').map((line) => line.trim());
	return lines.join(' ');
}

interface SourcePage {
	readonly shortWords: ShortWordCounts;
	readonly words: () => ReadonlySet<string>;
}

/**
 * What has to be known of a source page, read once for all its translations; with its code and
 * addresses: those the translation has as well, so that they tell nothing.
 */
const readPage = rememberLast(({ text }: Document): SourcePage => ({
	shortWords: countShortWords(text),
	words: rememberWords(text),
}));

function rememberWords(text: string): () => ReadonlySet<string> {
	let words: ReadonlySet<string> | undefined;
	return () => (words ??= new Set(wordsOf(text)));
}
