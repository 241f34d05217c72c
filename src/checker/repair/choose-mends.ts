import type { Finding, Replacement } from '../finding.ts';
import { overlap } from './apply-replacements.ts';

/** A finding with the ways to mend it, the best first. */
export interface Mend {
	readonly finding: Finding;
	readonly ways: readonly (readonly Replacement[])[];
}

/** A finding with the way that was chosen. */
export interface Choice {
	readonly finding: Finding;
	readonly replacements: readonly Replacement[];
}

/**
 * As many mends as do good together: all at once, or else by halves, so that a few that would make a
 * page worse cost few attempts.
 *
 * @param isGood whether a page is better with these choices, and only better
 */
export async function chooseMends(
	mends: readonly Mend[],
	isGood: (choices: readonly Choice[]) => Promise<boolean>,
): Promise<readonly Choice[]> {
	const apart: Mend[] = [];
	for (const mend of mends)
		if (!apart.some(({ ways }) => overlap(ways[0]!, mend.ways[0]!))) apart.push(mend);
	return add(apart, []);

	async function add(more: readonly Mend[], chosen: readonly Choice[]): Promise<readonly Choice[]> {
		if (more.length === 0) return chosen;
		const firsts = more.map(({ finding, ways }) => ({ finding, replacements: ways[0]! }));
		if (await isGood([...chosen, ...firsts])) return [...chosen, ...firsts];
		if (more.length > 1) {
			const half = Math.ceil(more.length / 2);
			return add(more.slice(half), await add(more.slice(0, half), chosen));
		}
		const { finding, ways } = more[0]!;
		for (const replacements of ways.slice(1)) {
			const isFree = chosen.every((choice) => !overlap(choice.replacements, replacements));
			const choices = [...chosen, { finding, replacements }];
			if (isFree && (await isGood(choices))) return choices;
		}
		return chosen;
	}
}
