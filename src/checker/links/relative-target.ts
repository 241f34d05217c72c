/**
 * Where a relative target leads, as a path like those of the pages; `undefined` for the addresses
 * of other sites, paths from the root and places on the page itself.
 *
 * `resolveTarget('../b.png?x', 'docs/guide/a.md')` => `'docs/b.png?x'`
 *
 * @param page path of the page that holds it
 */
export function resolveTarget(url: string, page: string): string | undefined {
	if (url === '' || /^(?:[a-z][\w+.-]*:|[/?#\\{<])/i.test(url)) return undefined;
	const [, path = '', rest = ''] = PARTS.exec(url)!;
	return walk(foldersOf(page), path).join('/') + rest;
}

/**
 * The targets of a text from another page, so that they lead to the same files from here: those
 * that leave the language of the page, as `../../images/a.png` does from pages at another depth.
 * What stays among the pages of one language is there in the other too, and is left alone.
 *
 * @param from path of the page that holds the text
 * @param to path of the page to which it goes
 */
export function rebaseTargets(text: string, from: string, to: string): string {
	const [ours, theirs] = [foldersOf(from), foldersOf(to)];
	if (ours.length === theirs.length) return text;
	let common = 0;
	while (common < ours.length && ours.at(-1 - common) === theirs.at(-1 - common)) common++;
	const root = ours.slice(0, ours.length - common);
	return text.replace(CLIMBING, (written: string) => {
		const [, path = '', rest = ''] = PARTS.exec(written)!;
		const place = walk(ours, path);
		const isWithin = place[0] !== '..' && root.every((folder, i) => folder === place[i]);
		return isWithin ? written : relative(theirs, place) + rest;
	});
}

/** The same for a target by itself. */
export function rebaseTarget(url: string, from: string, to: string): string {
	return rebaseTargets(`<${url}`, from, to).slice(1);
}

/** A relative target without the way up at its beginning: `../../b.png` => `b.png` */
export function withoutClimb(url: string): string {
	return url.replace(/^(?:\.{1,2}\/)+/, '');
}

/** Path, then query and fragment. */
const PARTS = /^([^?#]*)(.*)$/s;

/** A target that begins by going up, in brackets, quotation marks, a definition or front matter. */
const CLIMBING =
	/(?<=["'(<]|^[ \t]*\[[^\]\n]+\]:[ \t]*|^[\w. \t-]+:[ \t]+)(?:\.\.?\/)+[^\s"'<>()]*/gm;

export function foldersOf(page: string): string[] {
	return page.split('/').slice(0, -1);
}

/** Goes from a folder along a path; what leads above the root keeps its `..`. */
function walk(folder: readonly string[], path: string): string[] {
	const place = [...folder];
	for (const part of path.split('/')) {
		if (part === '..' && place.length > 0 && place.at(-1) !== '..') place.pop();
		else if (part !== '.' && part !== '') place.push(part);
	}
	return place;
}

function relative(folder: readonly string[], place: readonly string[]): string {
	let common = 0;
	while (common < Math.min(folder.length, place.length - 1) && folder[common] === place[common])
		common++;
	const up = '../'.repeat(folder.length - common);
	return (up === '' ? './' : up) + place.slice(common).join('/');
}
