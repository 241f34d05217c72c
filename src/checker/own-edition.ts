import { eachBlock, type Block } from './document/block.ts';
import type { Pair } from './pair.ts';
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
	// Nearly all targets end here.
	if (!url.includes(/[^./_-]*(?=[^/]*$)/.exec(own)![0]) || url.includes('#')) return false;
	const hosted = HOSTED.exec(url)?.[1];
	const file = hosted ?? resolveTarget(url, own);
	if (file === undefined) return false;
	// Without a language an address may be that of another project's page.
	const edition = withoutLanguage(file, tags);
	if (edition === hosted) return false;
	return [source.path, target.path].some((page) => withoutLanguage(page, tags) === edition);
}

/** A file of a repository as the sites that host them show it. */
const HOSTED = /^https?:\/\/(?:github|gitlab)\.com\/.+?\/(?:blob|tree|raw)\/[^/]+\/(.+)$/i;

/** `docs/fr/start.md` => `docs/?/start.md`, `docs/start.pt-br.md` => `docs/start.md` */
function withoutLanguage(path: string, tags: readonly string[]): string {
	const folders = path.split('/');
	const [, name = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(folders.pop()!)!;
	const at = [...name.matchAll(/[._-]/g)].find(({ index }) =>
		isLanguage(name.slice(index + 1), tags),
	);
	const stem = at ? name.slice(0, at.index) : name;
	return [
		...folders.map((folder) => (isLanguage(folder, tags) ? '?' : folder)),
		stem + ending,
	].join('/');
}

/** `fr`, `pt-BR`, `zh_Hans`, `jp` for Japan, `french`, and what the languages of the pair are called. */
function isLanguage(name: string, tags: readonly string[]): boolean {
	const lower = name.toLowerCase();
	if (tags.includes(lower)) return true;
	const [, code] = /^([a-z]{2,3})(?:[-_](?:[a-z]{2}|[a-z]{4}))*$/.exec(lower) ?? [];
	if (code === undefined) return englishNames().has(lower);
	return (
		LANGUAGES.of(code) !== undefined ||
		(code.length === 2 && REGIONS.of(code.toUpperCase()) !== undefined)
	);
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const REGIONS = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

let names: ReadonlySet<string> | undefined;

/** Of the languages that have a code of two letters. */
function englishNames(): ReadonlySet<string> {
	const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	return (names ??= new Set(codes.flatMap((code) => LANGUAGES.of(code)?.toLowerCase() ?? [])));
}
