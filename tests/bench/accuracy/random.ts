/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers for the same words: mulberry32 by Tommy Ettinger, begun with an FNV-1a hash. */
export function seededRandom(...words: readonly (string | number)[]): Random {
	let state = 0x811c9dc5;
	for (const character of words.join('\0'))
		state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
	const copy = [...items];
	for (let i = copy.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[copy[i], copy[j]] = [copy[j]!, copy[i]!];
	}
	return copy;
}
