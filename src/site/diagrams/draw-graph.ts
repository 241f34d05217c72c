import {
	Graph as Plan,
	layout,
	type EdgeLabel,
	type GraphLabel,
	type NodeLabel,
} from '@dagrejs/dagre';
import type { Graph, GraphEdge } from './diagram.ts';
import { drawNode, outlinePoint, sizeNode, type PlacedNode } from './draw-node.ts';
import { drawLabelOnLine, drawLine, type Drawing, type Point } from './drawing.ts';
import { measureLabel, round, type Label } from './label.ts';

/**
 * Draws boxes and arrows, in ranks along the direction of the graph.
 *
 * @param tip id of the marker that is the tip of an arrow
 */
export function drawGraph(graph: Graph, tip: string): Drawing {
	const nodes = [...graph.nodes].map(([id, node]) => sizeNode(id, node));
	const edges = graph.edges.map((edge, index) => ({
		...edge,
		name: String(index),
		text: measureLabel(edge.label, 13, 112),
	}));
	const plan = new Plan<GraphLabel, NodeLabel, EdgeLabel>({ multigraph: true });
	plan.setGraph({ rankdir: graph.direction, ranksep: 44, nodesep: 24, edgesep: 16 });
	for (const { id, width, height } of nodes) plan.setNode(id, { width, height });
	for (const { from, to, name, text } of edges)
		plan.setEdge(from, to, { ...roomFor(text), labelpos: 'c' }, name);
	layout(plan);

	const placed = new Map(
		nodes.map((node) => [node.id, { ...node, ...pointOf(plan.node(node.id)) }]),
	);
	const lines = edges.map((edge) => {
		const { points = [], ...label } = plan.edge(edge.from, edge.to, edge.name);
		const [from, to] = [placed.get(edge.from)!, placed.get(edge.to)!];
		const place = pointOf(label);
		return {
			...{ ...edge, place },
			points: from === to ? loopPoints(from, place) : touching(points, from, to),
		};
	});
	const elements = [
		...lines.map((line) => drawLine(line.stroke, line.points, markersOf(line, tip))),
		...lines.map(({ text, place }) => drawLabelOnLine(text, place)),
		...[...placed.values()].map(drawNode),
	].join('');
	return shown(
		elements,
		plan.graph(),
		lines.flatMap(({ points }) => points),
	);
}

/** The layout leaves room for nodes and labels; a line around them may need more. */
function shown(
	elements: string,
	{ width = 0, height = 0 }: GraphLabel,
	points: readonly Point[],
): Drawing {
	const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
	const [left, top] = [Math.min(0, ...xs), Math.min(0, ...ys)];
	return {
		width: Math.max(width, ...xs) - left,
		height: Math.max(height, ...ys) - top,
		elements:
			left < 0 || top < 0
				? `<g transform="translate(${round(-left)},${round(-top)})">${elements}</g>`
				: elements,
	};
}

function roomFor({ lines, width, height }: Label): { width: number; height: number } | undefined {
	return lines.length > 0 ? { width: width + 8, height: height + 4 } : undefined;
}

function pointOf({ x = 0, y = 0 }: Partial<Point>): Point {
	return { x, y };
}

function markersOf({ tips }: GraphEdge, tip: string): string {
	if (tips === 'none') return '';
	const end = ` marker-end="url(#${tip})"`;
	return tips === 'both' ? `${end} marker-start="url(#${tip})"` : end;
}

/** From a node around the place of its label and back; the layout gives only that place. */
function loopPoints({ x, y, width, height }: PlacedNode, around: Point): readonly Point[] {
	const isBeside = Math.abs(around.x - x) > Math.abs(around.y - y);
	return [-8, -20, 20, 8].map((offset) => {
		const isFar = Math.abs(offset) > 8;
		return isBeside
			? { x: isFar ? around.x : x + width / 2, y: y + offset }
			: { x: x + offset, y: isFar ? around.y : y + height / 2 };
	});
}

/** The layout takes all nodes for rectangles: lines to those with other outlines are longer. */
function touching(points: readonly Point[], from: PlacedNode, to: PlacedNode): readonly Point[] {
	const inner = points.slice(1, -1);
	const start = outlinePoint(from, inner[0] ?? to) ?? points[0]!;
	const end = outlinePoint(to, inner.at(-1) ?? from) ?? points.at(-1)!;
	return [start, ...inner, end];
}
