import { distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody most likely meant, or `undefined` where none is near: more than a
 * third of the letters (at least two; of short words fewer, since most of those are near each
 * other) would have to change. A candidate that goes on behind a hyphen is near: `pt-br` for `pt`.
 *
 * `nearest('javascipt', ['javascript', 'typescript'])` => `'javascript'`
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	const most = wanted.length < 4 ? Math.max(0, wanted.length - 2) : 2;
	let bestDistance = Math.max(most, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		if (candidate.toLowerCase() === wanted.toLowerCase()) return candidate;
		if (candidate.toLowerCase().startsWith(`${wanted.toLowerCase()}-`)) return candidate;
		if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const between = distance(wanted.toLowerCase(), candidate.toLowerCase());
		if (between < bestDistance) [best, bestDistance] = [candidate, between];
	}
	return best;
}

/**
 * The path that somebody most likely meant: the same file in another folder, otherwise a file with a
 * similar name in that folder, or in the one with the name most like it.
 *
 * `nearestPath('a/gvie.md', ['a/give.md', 'b/take.md'])` => `'a/give.md'`
 */
export function nearestPath(wanted: string, candidates: readonly string[]): string | undefined {
	const [asked, name] = [folderOf(wanted), wanted.slice(folderOf(wanted).length)];
	const moved = candidates.filter((path) => path.endsWith(`/${name}`) || path === name);
	if (name !== 'index.md' && moved.length === 1) return moved[0];
	const folders = new Set(candidates.map(folderOf));
	const folder = folders.has(asked) ? asked : nearest(asked, folders);
	if (folder === undefined) return undefined;
	const siblings = candidates
		.filter((path) => folderOf(path) === folder)
		.map((path) => path.slice(folder.length));
	const near = nearest(name, siblings);
	return near === undefined ? undefined : folder + near;
}

function folderOf(path: string): string {
	return path.slice(0, path.lastIndexOf('/') + 1);
}
