/**
 * Where the elements of a page end, by where they begin, in one pass; those that nothing closes have
 * no end.
 *
 * `elementEnds('<p><b></b></p>')` => `Map { 3 → 6, 0 → 10 }`
 */
export function elementEnds(text: string): ReadonlyMap<number, number> {
	const ends = new Map<number, number>();
	const open = new Map<string, number[]>();
	for (const { index, 1: slash, 2: written } of text.matchAll(/<(\/?)([a-z][^\s/>]*)/gi)) {
		const name = written!.toLowerCase();
		let openings = open.get(name);
		if (!openings) open.set(name, (openings = []));
		if (slash === '') openings.push(index);
		else {
			const opening = openings.pop();
			if (opening !== undefined) ends.set(opening, index);
		}
	}
	return ends;
}
