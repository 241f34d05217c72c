import { drawBox, drawLabelOnLine, drawLine } from './drawing.ts';
import { drawLabel, round } from './label.ts';
import { LOOP, type Row } from './place-columns.ts';

/** Elements of one event, with the room that they take. */
export interface DrawnEvent {
	readonly left: number;
	readonly right: number;
	readonly height: number;
	readonly elements: string;
}

type NoteRow = Extract<Row, { kind: 'note' }>;
type MessageRow = Extract<Row, { kind: 'message' }>;

/** @param xs of the lifelines, from the left */
export function drawNote(
	{ first, last, label }: NoteRow,
	xs: readonly number[],
	y: number,
): DrawnEvent {
	const [from, to] = [xs[first]!, xs[last]!];
	const width = Math.max(label.width + 20, to - from + 40);
	const height = label.height + 10;
	const at = { x: (from + to) / 2, y: y + height / 2 };
	return {
		left: at.x - width / 2 - 6,
		right: at.x + width / 2 + 6,
		height: height + 12,
		elements: drawBox('note', at, width, height, 3) + drawLabel(label, at.x, at.y),
	};
}

/**
 * The label stands above the arrow; that of a message to oneself beside it.
 *
 * @param xs of the lifelines, from the left
 */
export function drawMessage(
	row: MessageRow,
	xs: readonly number[],
	y: number,
	tip: string,
): DrawnEvent {
	const { label, isLost } = row;
	const [from, to] = [xs[row.from]!, xs[row.to]!];
	const className = row.isDotted ? 'dotted' : 'solid';
	const marker = isLost ? '' : ` marker-end="url(#${tip})"`;
	if (from === to) {
		const height = Math.max(22, label.height);
		const loop = `M${round(from)},${round(y + 2)}h${LOOP - 6}q6,0 6,6v${round(height - 14)}q0,6 -6,6h${6 - LOOP}`;
		const at = { x: from + LOOP + 6, y: y + 1 + height / 2 };
		return {
			left: from - 12,
			right: at.x + label.width + 6,
			height: height + 14,
			elements: `<path class="${className}" d="${loop}"${marker}/>${drawLabelOnLine(label, at, 'start')}`,
		};
	}
	const line = y + label.height + 5;
	const middle = { x: (from + to) / 2, y: y + label.height / 2 };
	const end = isLost ? to - Math.sign(to - from) * 10 : to;
	const arrow = [
		{ x: from, y: line },
		{ x: end, y: line },
	];
	return {
		left: Math.min(from, to) - 12,
		right: Math.max(from, to) + 12,
		height: label.height + 20,
		elements:
			drawLabelOnLine(label, middle) +
			drawLine(className, arrow, marker) +
			(isLost ? drawCross(end, line) : ''),
	};
}

function drawCross(x: number, y: number): string {
	return `<path class="solid" d="M${round(x - 5)},${round(y - 5)}l10,10m0,-10l-10,10"/>`;
}
