import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { idOfHeading } from '../document/heading-id.ts';
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
	const found = linksOf(target);
	const [dead, sound] = sort(found, target);
	if (dead.length === 0 || sound.length <= dead.length) return;
	const links = linksOf(source);
	if (links.length === 0 || sort(links, source)[0].length > 0) return;
	/** Some sites name the sections of every page as the source does. */
	const ours = namesOf(source);
	const hasOwn = sound.some(({ name }) => !leads(name, ours));
	for (const { url, name, span } of dead)
		if (hasOwn || !leads(name, ours))
			yield { file: target, messageId: 'nowhere', data: { found: url }, range: span };
}

/** Links that lead nowhere, and those that lead somewhere. Ids are looked for where headings do not do. */
function sort(links: readonly AnchorLink[], page: Document): readonly [AnchorLink[], AnchorLink[]] {
	const headings = namesOfHeadings(page);
	const isLost = ({ name }: AnchorLink): boolean => !leads(name, headings);
	if (!links.some(isLost)) return [[], [...links]];
	const all = namesOf(page, headings);
	return [
		links.filter(({ name }) => !leads(name, all)),
		links.filter(({ name }) => leads(name, all)),
	];
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
function namesOf(page: Document, headings = namesOfHeadings(page)): ReadonlySet<string> {
	const ids = page.text.matchAll(ID);
	return new Set([...headings, ...ids.map(([, id = '']) => nameOf(id))]);
}

function namesOfHeadings({ blocks, text }: Document): ReadonlySet<string> {
	const names = new Set<string>();
	for (const block of eachBlock(blocks))
		if (block.kind === 'heading') for (const name of headingNames(block, text)) names.add(name);
	return names;
}

/** Ids in HTML, and in braces. */
const ID = /(?:\b(?:id|name)=["']?|\{[^{}\n]{0,100}#)([^\s"'<>{}]{1,200})/g;

function* headingNames(heading: Block, text: string): Generator<string> {
	const words = wordsOf(heading, text);
	yield nameOf(words.slice(0, LONGEST));
	const id = idOfHeading(heading, text);
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
