/** A position in a file; lines and columns count from one, columns in UTF-16 units. */
export interface Point {
	readonly line: number;
	readonly column: number;
}

/** From `start` up to, not including, `end`. */
export interface Range {
	readonly start: Point;
	readonly end: Point;
}

/** A range that also knows its offsets in the text, in UTF-16 units from zero. */
export interface Span extends Range {
	readonly from: number;
	readonly to: number;
}

/** The point behind a text that begins at a point. */
export function pointBehind({ line, column }: Point, text: string): Point {
	const lines = text.split('\n');
	const last = lines.at(-1)!.length;
	return lines.length === 1
		? { line, column: column + last }
		: { line: line + lines.length - 1, column: last + 1 };
}

/** Tells where parts of a text stand in its file; they are asked for in their order, and counted on. */
export function spansWithin(
	{ from, start }: Span,
	text: string,
): (first: number, last: number) => Span {
	let [at, point]: [number, Point] = [0, start];
	const pointAt = (offset: number): Point => {
		point = pointBehind(point, text.slice(at, offset));
		at = offset;
		return point;
	};
	return (first, last) => ({
		...{ start: pointAt(first), end: pointAt(last) },
		...{ from: from + first, to: from + last },
	});
}
