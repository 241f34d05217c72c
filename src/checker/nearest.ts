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
 * The path that somebody most likely meant: the same file in another folder, otherwise a file of
 * that folder with a similar name.
 *
 * `nearestPath('a/gvie.md', ['a/give.md', 'b/take.md'])` => `'a/give.md'`
 */
export function nearestPath(wanted: string, candidates: readonly string[]): string | undefined {
	const folderEnd = wanted.lastIndexOf('/') + 1;
	const [folder, name] = [wanted.slice(0, folderEnd), wanted.slice(folderEnd)];
	const moved = candidates.filter((path) => path.endsWith(`/${name}`) || path === name);
	if (name !== 'index.md' && moved.length === 1) return moved[0];
	const siblings = candidates
		.filter((path) => path.startsWith(folder))
		.map((path) => path.slice(folderEnd))
		.filter((other) => !other.includes('/'));
	const near = nearest(name, siblings);
	return near === undefined ? undefined : folder + near;
}
