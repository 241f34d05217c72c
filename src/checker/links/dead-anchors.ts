import { splitAttributes } from '../document/attribute-list.ts';
import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { wordsOf } from '../document/text-of.ts';
import type { Pair } from '../pair.ts';
import type { Span } from '../place.ts';
import type { Remark } from '../rule.ts';

/**
 * Links to a section of the same page that lead nowhere, as in a table of contents whose headings
 * were translated and its targets not. Told only where all such links of the source lead somewhere,
 * and most of the translation: then generators name sections as it is assumed here.
 * Message: `nowhere`, with `found`.
 */
export function* deadAnchors({ source, target, alignment }: Pair): Generator<Remark> {
	if (!MARKS.some((mark) => target.text.includes(mark) && source.text.includes(mark))) return;
	// A link to what is missing is mended with it.
	if (alignment.missingSections.length > 0) return;
	if (alignment.missing.some((each) => each.source.kind === 'heading')) return;
	const ours = namesOf(source);
	const links = linksOf(source);
	if (links.length === 0 || links.some(({ name }) => !leads(name, ours))) return;
	const theirs = namesOf(target);
	const dead = linksOf(target).filter(({ name }) => !leads(name, theirs));
	if (dead.length === 0) return;
	const sound = linksOf(target).length - dead.length;
	/** Some sites name the sections of every page as the source does. */
	const own = linksOf(target).filter(({ name }) => leads(name, theirs) && !leads(name, ours));
	const told = dead.filter(({ name }) => !leads(name, ours) || own.length > 0);
	if (sound <= dead.length) return;
	for (const { url, span } of told)
		yield { file: target, messageId: 'nowhere', data: { found: url }, range: span };
}

const MARKS = ['](#', '="#'];

interface AnchorLink {
	readonly url: string;
	readonly name: string;
	readonly span: Span;
}

function linksOf({ blocks }: Document): AnchorLink[] {
	return eachBlock(blocks).flatMap(({ inlines }) =>
		inlines.flatMap(({ kind, value, span }) => {
			if (kind !== 'link' || !value.startsWith('#') || value.length > LONGEST) return [];
			const name = nameOf(value);
			return name === '' || name === 'top' ? [] : [{ url: value, name, span }];
		}),
	);
}

/** The names by which the sections of a page, and what has an id in it, are reached. */
function namesOf({ blocks, text }: Document): ReadonlySet<string> {
	const names = new Set<string>();
	for (const block of eachBlock(blocks))
		if (block.kind === 'heading') for (const name of headingNames(block, text)) names.add(name);
	for (const [, id = ''] of text.matchAll(ID)) names.add(nameOf(id));
	return names;
}

/** Ids in HTML, and in braces. */
const ID = /(?:\b(?:id|name)=["']?|\{[^{}\n]{0,100}#)([^\s"'<>{}]{1,200})/g;

function* headingNames(heading: Block, text: string): Generator<string> {
	const words = wordsOf(heading, text);
	yield nameOf(words.slice(0, LONGEST));
	const { id } = splitAttributes(text.slice(heading.span.from, heading.span.to).trimEnd());
	if (id !== undefined) yield nameOf(id);
}

/** What is compared: generators differ in what they make of signs, accents and capitals. */
function nameOf(written: string): string {
	let text = written;
	try {
		text = decodeURIComponent(written);
	} catch {
		// A literal per cent.
	}
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Of headings that are called the same all but the first have a number behind their names. */
function leads(name: string, names: ReadonlySet<string>): boolean {
	return names.has(name) || names.has(name.replace(/\d+$/, ''));
}

const LONGEST = 1000;
