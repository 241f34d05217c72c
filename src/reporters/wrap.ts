/**
 * Lines of at most `width` columns, broken at spaces. A longer word stays whole: half a path leads
 * nowhere.
 */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [];
	let line: string | undefined;
	for (const word of text.split(' ')) {
		const longer: string = line === undefined ? word : `${line} ${word}`;
		if (line !== undefined && columns(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line ?? ''];
}

/** Lines of at most `width` columns, broken anywhere: each space of code stays. */
export function wrapCode(text: string, width: number): string[] {
	const lines: string[] = [];
	let line = '';
	let used = 0;
	for (const { segment } of graphemes.segment(text)) {
		const wide = columns(segment);
		if (used + wide > width && line !== '') {
			lines.push(line);
			[line, used] = ['', 0];
		}
		line += segment;
		used += wide;
	}
	return [...lines, line];
}

/**
 * How many columns a printable text takes in a terminal. Terminals disagree about emoji; ideographs
 * and Hangul take two (Unicode Standard Annex 11, wide and fullwidth, by blocks).
 */
export function columns(text: string): number {
	if (/^[ -~]*$/.test(text)) return text.length;
	let sum = 0;
	for (const { segment } of graphemes.segment(text)) sum += WIDE.test(segment) ? 2 : 1;
	return sum;
}

const graphemes = new Intl.Segmenter('en');

const WIDE =
	/\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
