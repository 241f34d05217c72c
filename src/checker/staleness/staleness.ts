import type { SourceSection } from './source-sections.ts';

/** How a section of the source stands to what a translation was made from. */
export interface SectionState {
	readonly section: SourceSection;
	/**
	 * `renamed`: its heading is another one, and perhaps more of it. `new`: it was not there. All
	 * but `current` are to be translated anew.
	 */
	readonly state: 'current' | 'changed' | 'renamed' | 'new';
	/** The key that it was recorded under, where that is another one. */
	readonly recordedKey?: string;
}

export interface Staleness {
	/** One for each section of the source, in its order. */
	readonly sections: readonly SectionState[];
	/** Keys of recorded sections that the source no longer has. */
	readonly gone: readonly string[];
}

/**
 * Compares a source page with the record of a translation. A section that lost its key right where
 * a new one appeared was renamed.
 *
 * @param digests recorded, in the order of the source page at that time
 */
export function compareRecord(
	sections: readonly SourceSection[],
	digests: ReadonlyMap<string, string>,
): Staleness {
	const keys = new Set(sections.map(({ key }) => key));
	const old = [...digests.keys()];
	const lost = new Set(old.filter((key) => !keys.has(key)));
	const renamed = new Map<string, string>();
	for (const [index, { key }] of sections.entries()) {
		if (digests.has(key)) continue;
		const before = sections[index - 1]?.key;
		const previous = before === undefined ? undefined : (renamed.get(before) ?? before);
		const at = previous === undefined ? 0 : old.indexOf(previous) + 1;
		const candidate = at > 0 || previous === undefined ? old[at] : undefined;
		if (candidate === undefined || !lost.has(candidate)) continue;
		lost.delete(candidate);
		renamed.set(key, candidate);
	}
	return {
		sections: sections.map((section): SectionState => {
			const recordedKey = renamed.get(section.key);
			if (recordedKey !== undefined) return { section, state: 'renamed', recordedKey };
			const digest = digests.get(section.key);
			if (digest === undefined) return { section, state: 'new' };
			return { section, state: digest === section.digest ? 'current' : 'changed' };
		}),
		gone: [...lost],
	};
}
