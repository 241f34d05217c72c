import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import Slugger from 'github-slugger';
import { sectionsOf, type Section } from '../alignment/sections.ts';
import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { textOf } from '../markdown-tree.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';
import { normalisedText } from './normalised-text.ts';

/** A section of a source page, as a translation records it. */
export interface SourceSection extends Section {
	/** The id of its heading on the page; `_` for what precedes the first heading. */
	readonly key: string;
	/** The words of its heading; empty for what precedes the first heading. */
	readonly name: string;
	/** Eight letters that change when what the section says changes. */
	readonly digest: string;
}

/** The key of what precedes the first heading, front matter included: no heading has this id. */
export const TOP_KEY = '_';

/**
 * The sections of a page in its order, each up to the next heading of whatever level. What precedes
 * the first heading is always listed, since the translated texts of the front matter belong to it.
 *
 * @param translatedKeys keys of front matter whose texts are translated
 */
export function sourceSections(
	document: Document,
	translatedKeys: readonly string[],
): SourceSection[] {
	const { blocks, text } = document;
	const slugger = new Slugger();
	const keys = new Map<Block, string>();
	for (const block of eachBlock(blocks))
		if (block.kind === 'heading') keys.set(block, slugger.slug(nameOf(block, text)));
	return sectionsOf(blocks).map(({ heading, blocks: own }) => ({
		heading,
		blocks: own,
		key: heading ? keys.get(heading)! : TOP_KEY,
		name: heading ? nameOf(heading, text) : '',
		digest: digestOf([
			...(heading ? [] : [headText(document, translatedKeys)]),
			...own.map((block) => normalisedText(block, text)),
		]),
	}));
}

/** As `parsePage` reads headings, so that keys are the ids of the page. */
function nameOf({ node }: Block, text: string): string {
	return textOf(node, text).trim();
}

/** Texts of front matter in the order of their keys, and what MDX imports and evaluates. */
function headText({ frontMatter, scripts }: Document, translatedKeys: readonly string[]): string {
	const texts = Object.entries(frontMatter.data)
		.filter(([key]) => isTranslatedKey(key, translatedKeys))
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify([texts, scripts.map(({ value }) => value.replace(/\s+/g, ' ').trim())]);
}

/** Letters alone, so that YAML takes it for nothing else; no vowels, so that it is no word. */
const LETTERS = 'bcdfghjkmnpqrstvwxz';
const LENGTH = 8;

/**
 * SHA-256 (https://doi.org/10.6028/NIST.FIPS.180-4), cut to some 34 bits: one change in 10¹⁰ goes
 * unseen.
 */
function digestOf(texts: readonly string[]): string {
	const hash = sha256(utf8ToBytes(JSON.stringify(texts)));
	return Array.from(hash.subarray(0, LENGTH), (byte) => LETTERS[byte % LETTERS.length]).join('');
}
