/** Indexes of a source and a target element that belong together. */
export type IndexPair = readonly [source: number, target: number];

/** Cost of beginning a gap: one long gap is likelier than several short ones. */
export const GAP = 0.2;

/**
 * The best global alignment of two sequences with affine gaps (Needleman and Wunsch 1970,
 * https://doi.org/10.1016/0022-2836(70)90057-4; Gotoh 1982,
 * https://doi.org/10.1016/0022-2836(82)90398-9). Takes time and memory proportional to the product of
 * the lengths: callers keep them bounded.
 *
 * @param similarity of two elements, 0 to 1; those at 0 are never matched
 */
export function alignSequence(
	sourceLength: number,
	targetLength: number,
	similarity: (source: number, target: number) => number,
): IndexPair[] {
	const width = targetLength + 1;
	const cells = (sourceLength + 1) * width;
	// Best score of each pair of prefixes: ending in a match, a source gap, a target gap.
	const matched = new Float64Array(cells).fill(-Infinity);
	const missing = new Float64Array(cells).fill(-Infinity);
	const extra = new Float64Array(cells).fill(-Infinity);
	matched[0] = 0;
	for (let i = 0; i <= sourceLength; i++)
		for (let j = 0; j <= targetLength; j++) {
			const cell = i * width + j;
			if (i > 0 && j > 0) {
				const gain = similarity(i - 1, j - 1);
				const before = cell - width - 1;
				if (gain > 0)
					matched[cell] = gain + Math.max(matched[before]!, missing[before]!, extra[before]!);
			}
			if (i > 0) {
				const before = cell - width;
				missing[cell] = Math.max(
					Math.max(matched[before]!, extra[before]!) - GAP,
					missing[before]!,
				);
			}
			if (j > 0) {
				const before = cell - 1;
				extra[cell] = Math.max(Math.max(matched[before]!, missing[before]!) - GAP, extra[before]!);
			}
		}

	const pairs: IndexPair[] = [];
	let [i, j] = [sourceLength, targetLength];
	let table = best(matched, missing, extra, i * width + j);
	while (i > 0 || j > 0) {
		const cell = i * width + j;
		if (table === matched) {
			i--;
			j--;
			pairs.push([i, j]);
			table = best(matched, missing, extra, i * width + j);
		} else if (table === missing) {
			i--;
			const before = i * width + j;
			const opened = Math.max(matched[before]!, extra[before]!) - GAP;
			if (opened >= missing[before]!) table = matched[before]! >= extra[before]! ? matched : extra;
			if (missing[cell] === -Infinity) break;
		} else {
			j--;
			const before = i * width + j;
			const opened = Math.max(matched[before]!, missing[before]!) - GAP;
			if (opened >= extra[before]!)
				table = matched[before]! >= missing[before]! ? matched : missing;
			if (extra[cell] === -Infinity) break;
		}
	}
	return pairs.reverse();
}

function best(
	matched: Float64Array,
	missing: Float64Array,
	extra: Float64Array,
	cell: number,
): Float64Array {
	const top = Math.max(matched[cell]!, missing[cell]!, extra[cell]!);
	return matched[cell] === top ? matched : missing[cell] === top ? missing : extra;
}

/**
 * Which elements of a sequence of positions stand in order, the heaviest such selection; the others
 * are out of place.
 *
 * @returns indexes into `positions`, ascending
 */
export function heaviestIncreasing(
	positions: readonly number[],
	weights: readonly number[],
): number[] {
	const totals = [...weights];
	const previous = positions.map(() => -1);
	for (let i = 0; i < positions.length; i++)
		for (let j = 0; j < i; j++)
			if (positions[j]! < positions[i]! && totals[j]! + weights[i]! > totals[i]!) {
				totals[i] = totals[j]! + weights[i]!;
				previous[i] = j;
			}
	let at = totals.indexOf(Math.max(...totals));
	const kept: number[] = [];
	for (; at >= 0; at = previous[at]!) kept.push(at);
	return kept.reverse();
}
