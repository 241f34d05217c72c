/** Spaces that look plain, and that shells and parsers take for something else: U+00A0 above all. */
const ODD = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000';

export const ODD_SPACE = new RegExp(`[${ODD}]`);
const ALL_ODD = new RegExp(ODD_SPACE, 'g');

/** A text in which all spaces are plain. */
export function withPlainSpaces(text: string): string {
	return ODD_SPACE.test(text) ? text.replace(ALL_ODD, ' ') : text;
}

/** A line of code without plain blanks at its ends: an odd one there belongs to a word. */
export function trimCode(line: string): string {
	const trimmed = line.trim();
	if (trimmed.length === line.length || trimmed === '' || !ODD_SPACE.test(line)) return trimmed;
	const at = line.indexOf(trimmed);
	return withoutPlain(line.slice(0, at)) + trimmed + withoutPlain(line.slice(at + trimmed.length));
}

function withoutPlain(blanks: string): string {
	return blanks.replace(/[\t\n\v\f\r ]+/g, '');
}
