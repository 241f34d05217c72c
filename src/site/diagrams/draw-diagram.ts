import type { Diagram } from './diagram.ts';
import { drawGraph } from './draw-graph.ts';
import { drawSequence } from './draw-sequence.ts';
import { escape, round } from './label.ts';

/**
 * Draws a diagram as an element of HTML: a picture in SVG with its text alternative. Colours come
 * from the style of the page, and its size follows the font size of the reader.
 *
 * @param id unique on the page; ids within the picture begin with it
 */
export function drawDiagram({ title, description, picture }: Diagram, id: string): string {
	const [titleId, descriptionId, tip] = [`${id}-title`, `${id}-description`, `${id}-tip`];
	const drawing = picture.kind === 'graph' ? drawGraph(picture, tip) : drawSequence(picture, tip);
	const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN].map(
		Math.ceil,
	) as [number, number];
	return [
		// Wider than a phone, it can be scrolled by keyboard as well.
		`<div class="diagram not-content" tabindex="0">`,
		`<svg viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" style="--width:${round(width / 16)}rem" role="img" aria-labelledby="${titleId}" aria-describedby="${descriptionId}">`,
		`<title id="${titleId}">${escape(title)}</title>`,
		`<desc id="${descriptionId}">${escape(description)}</desc>`,
		`<defs><marker id="${tip}" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto-start-reverse"><path class="tip" d="M0,0L9,4L0,8z"/></marker></defs>`,
		drawing.elements,
		'</svg></div>',
	].join('');
}

/** Around the picture, in pixels: lines are as wide on both sides of an outline. */
const MARGIN = 2;
