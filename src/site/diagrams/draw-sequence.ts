import type { Sequence } from './diagram.ts';
import { drawMessage, drawNote } from './draw-event.ts';
import { drawBox, drawLabelOnLine, drawLine, type Drawing } from './drawing.ts';
import { drawLabel, measureLabel, round, type Label } from './label.ts';
import { placeColumns, rowOf } from './place-columns.ts';

/**
 * Draws a sequence: a column for each participant, a row for each event.
 *
 * @param tip id of the marker that is the tip of an arrow
 */
export function drawSequence({ participants, events }: Sequence, tip: string): Drawing {
	const column = new Map([...participants.keys()].map((id, index) => [id, index]));
	const rows = events.map((event) => rowOf(event, column));
	const heads = [...participants.values()].map((label) => measureLabel(label, 15, 112));
	const headHeight = Math.max(...heads.map(({ height }) => height)) + 16;
	const xs = placeColumns(heads.map(headWidth), rows);

	const whole = emptyFrame();
	const open = [whole];
	const elements: string[] = [];
	let y = headHeight + 12;
	for (const row of rows) {
		if (row.kind === 'end') {
			const frame = open.pop()!;
			fitLabels(frame, xs[0]!);
			widen(open.at(-1)!, frame.left - 8, frame.right + 8);
			elements.unshift(drawFrame(frame, y));
			y += 12;
			continue;
		}
		if (row.kind === 'open') open.push(emptyFrame());
		const frame = open.at(-1)!;
		if (row.kind !== 'message' && row.kind !== 'note') {
			frame.parts.push({ label: row.label, y });
			y += row.label.height + 10;
			continue;
		}
		const drawn = row.kind === 'note' ? drawNote(row, xs, y) : drawMessage(row, xs, y, tip);
		elements.push(drawn.elements);
		widen(frame, drawn.left, drawn.right);
		y += drawn.height;
	}

	const lifelines = xs.map((x) =>
		drawLine(
			'lifeline',
			[
				{ x, y: headHeight },
				{ x, y },
			],
			'',
		),
	);
	const boxes = heads.map((label, index) => {
		const at = { x: xs[index]!, y: headHeight / 2 };
		const half = headWidth(label) / 2;
		widen(whole, at.x - half, at.x + half);
		return drawBox('node', at, 2 * half, headHeight, 3) + drawLabel(label, at.x, at.y);
	});
	const all = [...lifelines, ...elements, ...boxes].join('');
	return {
		width: whole.right - whole.left,
		height: y,
		elements: `<g transform="translate(${round(-whole.left)})">${all}</g>`,
	};
}

function headWidth({ width }: Label): number {
	return Math.max(64, width + 20);
}

/** A part of the sequence, from the left to the right of what happens in it. */
interface Frame {
	left: number;
	right: number;
	/** What else may happen in it; the first is where it begins. */
	readonly parts: { readonly label: Label; readonly y: number }[];
}

function emptyFrame(): Frame {
	return { left: Infinity, right: -Infinity, parts: [] };
}

function widen(frame: Frame, left: number, right: number): void {
	frame.left = Math.min(frame.left, left);
	frame.right = Math.max(frame.right, right);
}

/** @param x where a frame begins in which nothing happens */
function fitLabels(frame: Frame, x: number): void {
	const left = Number.isFinite(frame.left) ? frame.left : x - 12;
	for (const { label } of frame.parts) widen(frame, left, left + label.width + 16);
}

function drawFrame(frame: Frame, bottom: number): string {
	const { left, right, parts } = frame;
	const top = parts[0]!.y;
	const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
	const box = drawBox('frame', middle, right - left, bottom - top, 3);
	return (
		box +
		parts
			.map(({ label, y }, index) => {
				const divider = [
					{ x: left, y },
					{ x: right, y },
				];
				const at = { x: left + 8, y: y + 5 + label.height / 2 };
				return (
					(index > 0 ? drawLine('divider', divider, '') : '') + drawLabelOnLine(label, at, 'start')
				);
			})
			.join('')
	);
}
