import {
	ID,
	labelOf,
	type DiagramReader,
	type Direction,
	type Graph,
	type Shape,
} from './diagram.ts';

/**
 * Reads a flowchart: nodes, and arrows between them, on one line as many as there are. Of Mermaid it
 * understands what every renderer draws alike; text with brackets or marks stands in quotes.
 *
 * @param direction as the first line names it
 */
export function flowchartReader(direction = 'TB'): DiagramReader {
	const picture: Graph = {
		kind: 'graph',
		direction: direction.replace('TD', 'TB') as Direction,
		nodes: new Map(),
		edges: [],
	};
	return { picture, read: (line) => readLine(line, picture) };
}

/** `A[Take the order] -->|paid| B` */
function readLine(text: string, graph: Graph): boolean {
	let from = takeNode(text);
	if (!from) return false;
	addNode(from, graph);
	while (from.rest !== '') {
		const arrow = ARROW.exec(from.rest);
		const to: TakenNode | undefined = arrow
			? takeNode(from.rest.slice(arrow[0].length))
			: undefined;
		if (!arrow || !to) return false;
		const { start, line = '', quoted, plain } = arrow.groups!;
		const hasTip = line.endsWith('>');
		if (start && !hasTip) return false;
		addNode(to, graph);
		graph.edges.push({
			...{ from: from.id, to: to.id },
			label: labelOf(quoted ?? plain ?? ''),
			stroke: line.includes('.') ? 'dotted' : line.includes('=') ? 'thick' : 'solid',
			tips: start ? 'both' : hasTip ? 'end' : 'none',
		});
		from = to;
	}
	return true;
}

const TEXT = String.raw`(?:"(?<quoted>[^"#\`]+)"|(?<plain>[^\s"#;|()[\]{}\\/][^"#;|()[\]{}]*))`;
const ARROW = new RegExp(
	String.raw`^\s+(?<start><)?(?<line>-->|---|-\.->|-\.-|==>|===)(?:\|${TEXT}\|\s*|\s+)`,
);

interface TakenNode {
	readonly id: string;
	readonly label: string | undefined;
	readonly shape: Shape;
	/** The line behind it. */
	readonly rest: string;
}

const NAME = new RegExp(`^${ID}`, 'iu');

function takeNode(text: string): TakenNode | undefined {
	const id = NAME.exec(text)?.[0];
	if (id === undefined) return undefined;
	const behind = text.slice(id.length);
	for (const [pattern, shape] of SHAPES) {
		const found = pattern.exec(behind);
		if (!found) continue;
		const label = labelOf(found.groups!.quoted ?? found.groups!.plain!);
		return { id, label, shape, rest: behind.slice(found[0].length) };
	}
	return { id, label: undefined, shape: 'box', rest: behind };
}

const SHAPES: readonly (readonly [RegExp, Shape])[] = (
	[
		['([', '])', 'stadium'],
		['[(', ')]', 'cylinder'],
		['[', ']', 'box'],
		['(', ')', 'rounded'],
		['{', '}', 'diamond'],
	] as const
).map(([open, close, shape]) => [new RegExp(`^${escape(open)}${TEXT}${escape(close)}`), shape]);

function escape(brackets: string): string {
	return brackets.replace(/./g, String.raw`\$&`);
}

/** A node without brackets is one that is described elsewhere, or is labelled with its id. */
function addNode({ id, label, shape }: TakenNode, { nodes }: Graph): void {
	if (label !== undefined || !nodes.has(id)) nodes.set(id, { label: label ?? id, shape });
}
