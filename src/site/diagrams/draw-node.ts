import type { GraphNode, Shape } from './diagram.ts';
import { drawBox, type Point } from './drawing.ts';
import { drawLabel, measureLabel, round, type Label } from './label.ts';

/** A node with the room that it takes, in pixels. */
export interface SizedNode {
	readonly id: string;
	readonly shape: Shape;
	readonly label: Label;
	readonly width: number;
	readonly height: number;
}

/** A node with its middle. */
export type PlacedNode = SizedNode & Point;

/** Breaks the label of a node into lines, and makes its outline large enough for them. */
export function sizeNode(id: string, { label: text, shape }: GraphNode): SizedNode {
	const label = measureLabel(text, 15, shape === 'diamond' ? 112 : 156);
	const { width, height } = label;
	switch (shape) {
		case 'start':
		case 'end':
			return { id, shape, label, width: 18, height: 18 };
		case 'diamond':
			// The corners of a text that is half as wide and as high are within.
			return { id, shape, label, width: width * 1.7 + 20, height: height * 1.7 + 20 };
		case 'cylinder':
			return { id, shape, label, width: width + 28, height: height + 18 + 2 * LID };
		default:
			return { id, shape, label, width: width + 28, height: height + 18 };
	}
}

/** From the rim of a cylinder to its middle, in pixels. */
const LID = 6;

/** Where a line from somewhere to the middle of a node crosses its outline; none for rectangles. */
export function outlinePoint(
	{ x, y, width, height, shape }: PlacedNode,
	from: Point,
): Point | undefined {
	const [dx, dy] = [from.x - x, from.y - y];
	const [across, down] = [Math.abs(dx) / (width / 2), Math.abs(dy) / (height / 2)];
	const isRound = shape === 'start' || shape === 'end';
	const distance = shape === 'diamond' ? across + down : isRound ? Math.hypot(across, down) : 0;
	return distance > 0 ? { x: x + dx / distance, y: y + dy / distance } : undefined;
}

export function drawNode(node: PlacedNode): string {
	const { shape, label, x, y } = node;
	return drawOutline(node) + drawLabel(label, x, shape === 'cylinder' ? y + LID / 2 : y);
}

function drawOutline({ shape, x, y, width, height }: PlacedNode): string {
	const [left, right] = [round(x - width / 2), round(x + width / 2)];
	const [top, bottom] = [round(y - height / 2), round(y + height / 2)];
	switch (shape) {
		case 'start':
			return drawDot('dot', x, y, 8);
		case 'end':
			return drawDot('ring', x, y, 8) + drawDot('dot', x, y, 4.5);
		case 'diamond': {
			const [middle, side] = [round(x), round(y)];
			return `<path class="node" d="M${middle},${top}L${right},${side}L${middle},${bottom}L${left},${side}z"/>`;
		}
		case 'cylinder': {
			const arc = `a${round(width / 2)},${LID} 0 0 0`;
			const [side, span] = [round(height - 2 * LID), round(width)];
			const body = `M${left},${top + LID}v${side}${arc} ${span},0v${-side}`;
			return `<path class="node" d="${body}${arc} ${-span},0${arc} ${span},0"/>`;
		}
		case 'box':
			return drawBox('node', { x, y }, width, height, 3);
		case 'rounded':
			return drawBox('node', { x, y }, width, height, 10);
		case 'stadium':
			return drawBox('node', { x, y }, width, height, height / 2);
	}
}

function drawDot(className: string, x: number, y: number, radius: number): string {
	return `<circle class="${className}" cx="${round(x)}" cy="${round(y)}" r="${radius}"/>`;
}
