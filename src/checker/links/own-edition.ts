import { eachBlock, type Block } from '../document/block.ts';
import { isCountryCode, isLanguageTag, languageCode } from '../language-codes.ts';
import type { Pair } from '../pair.ts';
import { resolveTarget } from './relative-target.ts';

/** Whether a block is a list of languages, or one of them: it says little else. */
export function namesOwnEditions(block: Block, side: 'source' | 'target', pair: Pair): boolean {
	const links = eachBlock([block]).flatMap(({ inlines }) =>
		inlines.filter(({ kind }) => kind === 'link'),
	);
	const linked = links.reduce((sum, { span: { from, to } }) => sum + to - from, 0);
	return (
		links.length > 0 &&
		block.span.to - block.span.from <= linked + FEW &&
		links.every(({ value }) => leadsToOwnEdition(value, side, pair))
	);
}

/** Characters of a list of languages beside its links. */
const FEW = 100;

/**
 * Whether a target leads to the page itself in some language, as in a list of languages at the top of
 * a page. Such a list differs from page to page: most leave themselves out, and each knows those
 * languages that were there when it was written. A place on the page is none of them.
 */
export function leadsToOwnEdition(
	url: string,
	side: 'source' | 'target',
	{ source, target, tags }: Pair,
): boolean {
	const own = (side === 'source' ? source : target).path;
	const [word] = /^[^._-]*/.exec(own.slice(own.lastIndexOf('/') + 1))!;
	// Nearly all targets end here.
	if (!url.includes(word) || url.includes('#')) return false;
	const hosted = HOSTED.exec(url)?.[1];
	const file = hosted ?? resolveTarget(url, own);
	if (file === undefined) return false;
	return [source.path, target.path].some((page) =>
		isEdition(page.split('/'), file.split('/'), hosted !== undefined, tags),
	);
}

/** A file of a repository as the sites that host them show it. */
const HOSTED = /^https?:\/\/(?:github|gitlab)\.com\/.+?\/(?:blob|tree|raw)\/[^/]+\/(.+)$/i;

/**
 * Whether two paths are the same but for languages in their folders and at the end of their names.
 *
 * @param isElsewhere whether the file may be that of another project, if it names no language
 */
function isEdition(
	page: readonly string[],
	file: readonly string[],
	isElsewhere: boolean,
	tags: readonly string[],
): boolean {
	if (page.length !== file.length) return false;
	const [name, other] = [page.at(-1)!, file.at(-1)!];
	const folders = file.slice(0, -1);
	const namesLanguage = (): boolean =>
		withoutLanguage(other, tags) !== other || folders.some((folder) => isLanguage(folder, tags));
	return (
		(name === other || withoutLanguage(name, tags) === withoutLanguage(other, tags)) &&
		(!isElsewhere || namesLanguage()) &&
		folders.every(
			(folder, i) => folder === page[i] || (isLanguage(folder, tags) && isLanguage(page[i]!, tags)),
		)
	);
}

/** `start.pt-br.md`, `start_fr.md` => `start.md` */
function withoutLanguage(file: string, tags: readonly string[]): string {
	const [, name = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(file)!;
	const at = [...name.matchAll(/[._-]/g)].find(({ index }) =>
		isLanguage(name.slice(index + 1), tags),
	);
	return (at ? name.slice(0, at.index) : name) + ending;
}

/** `fr`, `pt-BR`, `jp` for Japan, and what the languages of the pair are called. */
function isLanguage(name: string, tags: readonly string[]): boolean {
	if (name.length > LONGEST_LANGUAGE) return false;
	if (tags.includes(name.toLowerCase()) || isLanguageTag(name) || isCountryCode(name)) return true;
	// Names are looked up where the pair has one: `README.french.md`.
	return tags.some((tag) => /^[a-z]{4,}$/.test(tag)) && languageCode(name) !== undefined;
}

/** Characters; longer than `brazilian-portuguese`. */
const LONGEST_LANGUAGE = 30;
