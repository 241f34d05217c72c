import type { Pair } from '../pair.ts';
import type { Point, Range } from '../place.ts';

/**
 * Paragraphs that are what is left of something else, and told with it: a heading without its marks,
 * rows that a blank line cuts off from their table, or the line of a callout that opens none.
 */
export function madeByLostMarks({ target, alignment }: Pair): ReadonlySet<Range> {
	const places = (kind: string): Point[] =>
		alignment.missing.flatMap(({ source, at }) => (source.kind === kind ? at : []));
	const paragraphs = alignment.extra.filter(({ target: { kind } }) => kind === 'paragraph');
	if (paragraphs.length === 0) return NONE;
	const headings = new Set(places('heading').map(({ line }) => line));
	const rows = new Set(places('row').map(({ line }) => line));
	const callouts = new Set(places('callout').map(({ line }) => line));
	if (headings.size + rows.size + callouts.size === 0) return NONE;
	return new Set(
		paragraphs
			.map(({ target: { span } }) => span)
			.filter(({ from, to, start: { line } }) => {
				const text = target.text.slice(from, to);
				return (
					(headings.has(line) && IS_TITLE.test(text)) ||
					(rows.has(line - 2) && ARE_ROWS.test(text)) ||
					(callouts.has(line) && OPENS_NOTHING.test(text))
				);
			}),
	);
}

/**
 * Indented code that is text of a callout, or of a definition, whose first line or mark is gone. It is
 * told with that.
 */
export function codeByLostMarks({ alignment }: Pair): ReadonlySet<Range> {
	const code = alignment.extra.filter(({ target }) => target.code?.isFenced === false);
	if (code.length === 0) return NONE;
	const gaps = new Set(
		alignment.missing.flatMap(({ source: { kind }, at: { line } }) =>
			kind === 'callout' || kind === 'list' ? line : [],
		),
	);
	if (gaps.size === 0) return NONE;
	return new Set(
		code
			.map(({ target: { span } }) => span)
			.filter(({ start, end }) => {
				// What is missing in a gap is told at its end.
				for (let line = start.line - 2; line <= end.line + 2; line++)
					if (gaps.has(line)) return true;
				return false;
			}),
	);
}

const NONE: ReadonlySet<Range> = new Set();

/** One line that is not too long, and no sentence. */
const IS_TITLE = /^[^\n]{0,100}[^\n.!?…。！？]$/u;

/** `!! tip "Keep it"`, `== "npm"` */
const OPENS_NOTHING = /^(?:[!！]{1,4}|[?？]{1,4}\+?|={1,4})[ \t]*[\p{L}"“”„«「『]/u;

const ARE_ROWS = /^\|[^\n]*(?:\n[ \t]*\|[^\n]*)*$/;
