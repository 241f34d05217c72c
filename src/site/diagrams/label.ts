/** Text as it will be drawn: broken into lines that fit. Sizes are in pixels. */
export interface Label {
	readonly lines: readonly string[];
	readonly fontSize: number;
	readonly width: number;
	readonly height: number;
}

export const LINE_HEIGHT = 1.3;

/**
 * Breaks a text between words into as few lines as possible, of about the same length. A reader's
 * font is not known here: widths are those of DejaVu Sans, the widest of those that systems bring.
 *
 * @param maxWidth of a line; a longer word stands on a line of its own
 */
export function measureLabel(text: string, fontSize: number, maxWidth: number): Label {
	const lines =
		text === '' ? [] : text.split('\n').flatMap((line) => breakEvenly(line, maxWidth / fontSize));
	return {
		lines,
		fontSize,
		width: Math.max(0, ...lines.map(widthOf)) * fontSize,
		height: lines.length * fontSize * LINE_HEIGHT,
	};
}

/** A text element; its lines stand around a point, or begin there. */
export function drawLabel(
	{ lines, fontSize }: Label,
	x: number,
	y: number,
	anchor: 'middle' | 'start' = 'middle',
): string {
	if (lines.length === 0) return '';
	const first = y - ((lines.length - 1) / 2) * fontSize * LINE_HEIGHT + fontSize * BASELINE;
	const spans = lines.map(
		(line, index) =>
			`<tspan x="${round(x)}" y="${round(first + index * fontSize * LINE_HEIGHT)}">${escape(line)}</tspan>`,
	);
	return `<text font-size="${fontSize}" text-anchor="${anchor}">${spans.join('')}</text>`;
}

/** From the middle of small letters down to the line that they stand on, in ems. */
const BASELINE = 0.35;

/** Short numbers: a tenth of a pixel is seen by nobody. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}

/** `escape('a < b')` => `'a &lt; b'` */
export function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** The fewest lines are found first, then the narrowest width that needs no more of them. */
function breakEvenly(text: string, maxWidth: number): string[] {
	let lines = breakAt(text, maxWidth);
	for (let width = maxWidth; width > 0; width -= 0.5) {
		const narrower = breakAt(text, width);
		if (narrower.length > lines.length) break;
		lines = narrower;
	}
	return lines;
}

function breakAt(text: string, maxWidth: number): string[] {
	const lines: string[] = [];
	// Only plain spaces: others hold words together.
	for (const word of text.split(/ +/)) {
		const longer = lines.length > 0 ? `${lines.at(-1)!} ${word}` : word;
		if (lines.length > 0 && widthOf(longer) <= maxWidth) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

/** In ems. */
function widthOf(text: string): number {
	let width = 0;
	for (const char of text.normalize('NFD'))
		width += WIDTHS.find(([chars]) => chars.test(char))?.[1] ?? 0.63;
	return width;
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
	[/\p{M}/u, 0],
	[/[iljI.,:;'’|!·\s]/, 0.33],
	[/[ftr()[\]/-]/, 0.4],
	[/[mMW%@…—]/, 0.98],
	[/[wOQGDN→]/, 0.82],
	[/\p{Lu}/u, 0.7],
	[
		/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u,
		1,
	],
];
