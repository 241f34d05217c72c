import type { Pair } from '../pair.ts';
import type { Point, Range } from '../place.ts';

/**
 * Paragraphs that are what is left of something else, and told with it: a heading without its marks,
 * or rows that a blank line cuts off from their table.
 */
export function madeByLostMarks({ target, alignment }: Pair): ReadonlySet<Range> {
	const places = (kind: string): Point[] =>
		alignment.missing.flatMap(({ source, at }) => (source.kind === kind ? at : []));
	const paragraphs = alignment.extra.filter(({ target: { kind } }) => kind === 'paragraph');
	if (paragraphs.length === 0) return NONE;
	const headings = new Set(places('heading').map(({ line }) => line));
	const rows = new Set(places('row').map(({ line }) => line));
	if (headings.size + rows.size === 0) return NONE;
	return new Set(
		paragraphs
			.map(({ target: { span } }) => span)
			.filter(({ from, to, start: { line } }) => {
				const text = target.text.slice(from, to);
				return (
					(headings.has(line) && IS_TITLE.test(text)) || (rows.has(line - 2) && ARE_ROWS.test(text))
				);
			}),
	);
}

const NONE: ReadonlySet<Range> = new Set();

/** One line that is not too long, and no sentence. */
const IS_TITLE = /^[^\n]{0,100}[^\n.!?…。！？]$/u;

const ARE_ROWS = /^\|[^\n]*(?:\n[ \t]*\|[^\n]*)*$/;
