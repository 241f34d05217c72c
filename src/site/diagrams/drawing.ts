import { drawLabel, round, type Label } from './label.ts';

/** A part of a picture, or all of it: elements of SVG, and the room that they take in pixels. */
export interface Drawing {
	readonly width: number;
	readonly height: number;
	readonly elements: string;
}

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** A rectangle around a point. */
export function drawBox(
	className: string,
	{ x, y }: Point,
	width: number,
	height: number,
	radius = 0,
): string {
	const place = `x="${round(x - width / 2)}" y="${round(y - height / 2)}"`;
	const size = `width="${round(width)}" height="${round(height)}"`;
	return `<rect class="${className}" ${place} ${size}${radius > 0 ? ` rx="${round(radius)}"` : ''}/>`;
}

/**
 * A label on a line, which stops before its first letter and goes on behind its last one.
 *
 * @param at the middle of the label, or of its left side
 */
export function drawLabelOnLine(
	label: Label,
	at: Point,
	anchor: 'middle' | 'start' = 'middle',
): string {
	if (label.lines.length === 0) return '';
	const middle = anchor === 'middle' ? at : { x: at.x + label.width / 2, y: at.y };
	return (
		drawBox('gap', middle, label.width + 6, label.height) + drawLabel(label, at.x, at.y, anchor)
	);
}

/** A line with soft bends; its tips are markers. */
export function drawLine(className: string, points: readonly Point[], markers: string): string {
	return `<path class="${className}" d="${softPath(points)}"${markers}/>`;
}

/** Each inner point bends the line, which runs through the middles between them. */
function softPath(points: readonly Point[]): string {
	const [first, ...others] = points as [Point, ...Point[]];
	const last = others.pop()!;
	let path = `M${pair(first)}`;
	for (const [index, point] of others.entries()) {
		const next = others[index + 1];
		path += `Q${pair(point)} ${pair(next ? middle(point, next) : last)}`;
	}
	return others.length > 0 ? path : `${path}L${pair(last)}`;
}

function middle(a: Point, b: Point): Point {
	return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function pair({ x, y }: Point): string {
	return `${round(x)},${round(y)}`;
}
