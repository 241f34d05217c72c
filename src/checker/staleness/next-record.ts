import type { SourceSection } from './source-sections.ts';
import { compareRecord } from './staleness.ts';

/**
 * What a translation was made from, once some sections of its source are translated anew: these as
 * they are now, the others as they were recorded.
 *
 * @param digests recorded so far, in the order of the source page at that time
 * @param keys of sections of the source, and of recorded ones that went away from it
 * @returns digests by the keys of sections, in an order from which renamed sections are still told
 */
export function nextRecord(
	sections: readonly SourceSection[],
	digests: ReadonlyMap<string, string>,
	keys: ReadonlySet<string>,
): ReadonlyMap<string, string> {
	const { sections: states, gone } = compareRecord(sections, digests);
	const entries = [...digests].filter(([key]) => !gone.includes(key) || !keys.has(key));
	let next = 0;
	for (const { section, recordedKey = section.key } of states) {
		const at = entries.findIndex(([key]) => key === recordedKey);
		const isChosen = keys.has(section.key);
		if (at < 0 && !isChosen) continue;
		const place = at < 0 ? next : at;
		if (isChosen) entries.splice(place, at < 0 ? 0 : 1, [section.key, section.digest]);
		next = place + 1;
	}
	return new Map(entries);
}
