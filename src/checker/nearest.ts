import { distance } from 'fastest-levenshtein';

/**
 * The candidate that somebody most likely meant, or `undefined` where none is near: more than a
 * third of the letters (at least two) would have to change.
 *
 * `nearest('javascipt', ['javascript', 'typescript'])` => `'javascript'`
 */
export function nearest(wanted: string, candidates: Iterable<string>): string | undefined {
	let best: string | undefined;
	let bestDistance = Math.max(2, Math.floor(wanted.length / 3)) + 1;
	for (const candidate of candidates) {
		if (candidate.toLowerCase() === wanted.toLowerCase()) return candidate;
		if (Math.abs(candidate.length - wanted.length) >= bestDistance) continue;
		const between = distance(wanted.toLowerCase(), candidate.toLowerCase());
		if (between < bestDistance) [best, bestDistance] = [candidate, between];
	}
	return best;
}
