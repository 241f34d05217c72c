type Entries = readonly (readonly [key: string, value: unknown])[];

/**
 * Keys that a translator has translated, each with the one of the source that it stands for: they
 * stand between the same keys as that one, or nothing else is missing and new.
 *
 * @param ours entries of the source that a translation needs
 * @param theirs entries of the translation that the source needs
 * @param isLike whether a value may be that of the source, and whether it surely is
 */
export function findRenamedKeys(
	ours: Entries,
	theirs: Entries,
	isLike: (source: unknown, target: unknown, isSure: boolean) => boolean,
): ReadonlyMap<string, string> {
	const renamed = new Map<string, string>();
	const missing = runsWithout(ours, new Set(theirs.map(([key]) => key)));
	if (missing.size === 0) return renamed;
	const extra = runsWithout(theirs, new Set(ours.map(([key]) => key)));
	const pair = (gone: Entries, fresh: Entries, isSure: boolean): void => {
		if (gone.length !== fresh.length) return;
		for (const [index, [key, value]] of fresh.entries())
			if (isLike(gone[index]![1], value, isSure)) renamed.set(key, gone[index]![0]);
	};
	for (const [place, fresh] of extra) pair(missing.get(place) ?? [], fresh, false);
	if (renamed.size > 0) return renamed;
	const [gone, fresh] = [missing, extra].map((runs) => [...runs.values()].flat());
	if (gone!.length === 1) pair(gone!, fresh!, true);
	return renamed;
}

/** Entries whose keys the other side lacks, by the two keys between which they stand. */
function runsWithout(entries: Entries, others: ReadonlySet<string>): ReadonlyMap<string, Entries> {
	const runs = new Map<string, Entries>();
	let [before, run]: [string, [string, unknown][]] = ['', []];
	for (const [key, value] of [...entries, ['', undefined] as const])
		if (key !== '' && !others.has(key)) run.push([key, value]);
		else {
			if (run.length > 0) runs.set(`${before}\n${key}`, run);
			[before, run] = [key, []];
		}
	return runs;
}
