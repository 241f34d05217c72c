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
