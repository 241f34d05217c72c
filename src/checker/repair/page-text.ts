import { lineStarts } from '../typography/map-offsets.ts';
import type { Replacement } from '../finding.ts';
import type { Point, Range } from '../place.ts';

/** The text of a file as it was decoded, line by line, for edits that keep its line ends. */
export interface PageText {
	readonly text: string;
	/** Without their ends. */
	readonly lines: readonly string[];
	offsetOf(point: Point): number;
	/** What stands between two points. */
	slice(range: Range): string;
	/**
	 * New lines for `count` old ones; those that both begin and end with are left alone.
	 *
	 * @param first number of the first one, from one; with a count of 0 the line before which to insert
	 */
	replaceLines(first: number, count: number, lines: readonly string[]): Replacement;
}

export function readPageText(text: string): PageText {
	const starts = lineStarts(text);
	const end = text.includes('\r\n') ? '\r\n' : '\n';
	const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
	const offsetOf = ({ line, column }: Point): number =>
		Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);

	return {
		text,
		lines,
		offsetOf,
		slice: (range) => text.slice(offsetOf(range.start), offsetOf(range.end)),
		replaceLines(first, count, fresh) {
			const old = lines.slice(first - 1, first - 1 + count);
			let before = 0;
			while (before < Math.min(count, fresh.length) && old[before] === fresh[before]) before++;
			let behind = 0;
			while (
				behind < Math.min(count, fresh.length) - before &&
				old.at(-1 - behind) === fresh.at(-1 - behind)
			)
				behind++;
			const kept = fresh.slice(before, fresh.length - behind);
			const from = starts[first - 1 + before] ?? text.length;
			const to = starts[first - 1 + count - behind] ?? text.length;
			const isInside = first - 1 + before < starts.length;
			// A last line without an end stays one.
			const isLast = starts[first - 1 + count - behind] === undefined;
			if (!isInside) return { from, to, text: end + kept.join(end) };
			if (!isLast) return { from, to, text: kept.map((line) => line + end).join('') };
			if (kept.length > 0) return { from, to, text: kept.join(end) };
			return { from: from === to ? from : Math.max(0, from - end.length), to, text: '' };
		},
	};
}
