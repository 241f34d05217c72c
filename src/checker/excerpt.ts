/**
 * The beginning of a text, short enough for a sentence.
 *
 * `excerpt('Keep sessions\nout of memory', 16)` => `'Keep sessions …'`
 */
export function excerpt(text: string, most = 60): string {
	const line = text
		.replace(/\s+/g, ' ')
		.trim()
		.replaceAll('`', '')
		.replace(/(?<=\p{L})\.$/u, '');
	if (line.length <= most) return line;
	const cut = line.slice(0, most - 1);
	const space = cut.lastIndexOf(' ');
	return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/**
 * The same of two texts that differ. Where their beginnings do not show it, the excerpts begin a
 * little before the first difference.
 */
export function excerptsOf(one: string, other: string, most: number): [string, string] {
	const [first, second] = [excerpt(one, most), excerpt(other, most)];
	if (first !== second || first === '') return [first, second];
	let same = 0;
	while (same < one.length && one[same] === other[same]) same++;
	const space = one.lastIndexOf(' ', same - 1);
	const from = same - space < most / 4 ? space + 1 : same - Math.floor(most / 4);
	const [rest, otherRest] = [one, other].map((text) => excerpt(text.slice(from), most - 2));
	return [`… ${rest}`.trimEnd(), `… ${otherRest}`.trimEnd()];
}
