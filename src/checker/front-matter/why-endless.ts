import { MOST_LEVELS } from '../markdown-tree.ts';

/**
 * Why somebody who reads all of a value would not come to an end, or not soon: it holds itself, as
 * aliases of YAML allow, or is nested deeper than people write.
 *
 * @param around what holds the value
 * @param sound what was read to its end before
 */
export function whyEndless(
	value: unknown,
	around = new Set<unknown>(),
	sound = new Set<unknown>(),
): string | undefined {
	if (typeof value !== 'object' || value === null || sound.has(value)) return undefined;
	if (around.has(value)) return 'an alias leads back to what holds it';
	if (around.size > MOST_LEVELS) return `it is nested more than ${MOST_LEVELS} levels deep`;
	around.add(value);
	for (const each of Object.values(value)) {
		const reason = whyEndless(each, around, sound);
		if (reason !== undefined) return reason;
	}
	around.delete(value);
	sound.add(value);
	return undefined;
}
