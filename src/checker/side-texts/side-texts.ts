import type { Match } from '../alignment/alignment.ts';
import { copiedAttributes } from './copied-attributes.ts';
import { copiedTexts } from './copied-texts.ts';
import type { Inline } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import { imagesOf } from './images.ts';
import type { Range } from '../place.ts';
import { isTranslatedKey } from '../front-matter/translated-key.ts';

/** A text that is no part of the prose of Markdown, and as in the source. */
export interface SideText {
	readonly kind: 'value' | 'description' | 'text';
	/** The attribute, or where it stands in front matter, such as `hero.title`; else empty. */
	readonly key: string;
	readonly text: string;
	readonly range: Range;
	readonly source: Range;
}

/**
 * Texts of front matter, of HTML and of attributes, and descriptions of images, that are written as
 * in the source; those that were translated tell nothing.
 *
 * @param translatedKeys keys whose values are translated
 */
export function copiedSideTexts(
	source: Document,
	target: Document,
	matches: readonly Match[],
	translatedKeys: readonly string[],
): SideText[] {
	const texts = shareTexts(source, target, translatedKeys)
		? [...copiedValues(source, target, translatedKeys)]
		: [];
	for (const match of matches) {
		const { attributes, inlines, node } = match.target;
		// Of most blocks there is no more to ask.
		if (!attributes && node.type !== 'html' && !inlines.some(mayHoldText)) continue;
		texts.push(...copiedDescriptions(match));
		texts.push(...copiedTexts(match, source, target));
		texts.push(...copiedAttributes(match, source.text, target.text));
	}
	return texts;
}

function mayHoldText({ kind }: Inline): boolean {
	return kind === 'image' || kind === 'component' || kind === 'tag';
}

/**
 * Whether both heads have a line of several words where there may be a text: most have none, and to
 * read YAML takes long.
 */
function shareTexts(
	source: Document,
	target: Document,
	translatedKeys: readonly string[],
): boolean {
	if (!source.head || !target.head) return false;
	const ours = source.text.slice(source.head.from, source.head.to);
	const lines = target.text.slice(target.head.from, target.head.to).split('\n');
	return lines.some((line) => {
		if (!SEVERAL_WORDS.test(line) || !ours.includes(line.trim())) return false;
		const key = WITH_VALUE.exec(line)?.[1];
		return key === undefined || holdsText(key, translatedKeys);
	});
}

/** A key and two words, or three words of a text that goes on from line to line. */
const SEVERAL_WORDS = /\S\s+\S+\s+\S/;

/** A key of the first level, and a value in which no other key can stand. */
const WITH_VALUE = /^([\w-]+): +(?!\[?\s*[{&])/;

function* copiedValues(
	source: Document,
	target: Document,
	translatedKeys: readonly string[],
): Generator<SideText> {
	const [ours, theirs] = [source.frontMatter, target.frontMatter];
	// Only what is written there: an alias may lead back to what holds it.
	for (const [key, range] of theirs.places) {
		const text = valueAt(theirs, key);
		const name = key.split('.').findLast((each) => !/^\d+$/.test(each))!;
		if (typeof text !== 'string' || !holdsText(name, translatedKeys)) continue;
		const at = ours.places.get(key);
		if (at && valueAt(ours, key) === text) yield { kind: 'value', key, text, range, source: at };
	}
}

function holdsText(key: string, translatedKeys: readonly string[]): boolean {
	return isTranslatedKey(key, translatedKeys) && !NAMES.test(key);
}

/** Keys that hold names, or words for machines. */
const NAMES = /^(?:keywords|name|content|category|categories|tags)$/i;

/** @param key a path such as `hero.actions.0.text` */
function valueAt({ data }: FrontMatter, key: string): unknown {
	return key
		.split('.')
		.reduce<unknown>(
			(value, name) =>
				typeof value === 'object' && value !== null
					? (value as Readonly<Record<string, unknown>>)[name]
					: undefined,
			data,
		);
}

function copiedDescriptions({ source, target }: Match): SideText[] {
	if (!target.inlines.some(({ kind }) => kind === 'image')) return [];
	const ours = new Map(imagesOf(source).map(({ description, range }) => [description, range]));
	const theirs = new Map(imagesOf(target).map(({ description, range }) => [description, range]));
	return [...theirs].flatMap(([text, range]): SideText[] => {
		const at = ours.get(text);
		return at ? [{ kind: 'description', key: '', text, range, source: at }] : [];
	});
}
