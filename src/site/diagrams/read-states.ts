import {
	ID,
	labelOf,
	type DiagramReader,
	type Direction,
	type Graph,
	type Shape,
} from './diagram.ts';

/** Reads a diagram of states: how each is called, and what leads from one to another. */
export function stateReader(): DiagramReader {
	const picture: Graph = { kind: 'graph', direction: 'TB', nodes: new Map(), edges: [] };
	return { picture, read: (line) => readLine(line, picture) };
}

function readLine(line: string, graph: Graph): boolean {
	const direction = /^direction\s+(TB|BT|LR|RL)$/.exec(line)?.[1];
	if (direction) {
		graph.direction = direction as Direction;
		return true;
	}
	const arrow = ARROW.exec(line)?.groups;
	if (arrow) {
		graph.edges.push({
			from: addState(arrow.from!, 'start', graph),
			to: addState(arrow.to!, 'end', graph),
			label: labelOf(arrow.text ?? ''),
			...{ stroke: 'solid', tips: 'end' },
		});
		return true;
	}
	const state = (ALIAS.exec(line) ?? DESCRIPTION.exec(line))?.groups;
	if (!state) return false;
	graph.nodes.get(addState(state.id!, 'start', graph))!.label = labelOf(state.text!);
	return true;
}

const TEXT = String.raw`\s*:\s*(?<text>[^\s:;#][^:;#]*)`;
/** `Ready --> Stopping : SIGTERM` */
const ARROW = new RegExp(
	String.raw`^(?<from>${ID}|\[\*\])\s*-->\s*(?<to>${ID}|\[\*\])(?:${TEXT})?$`,
	'iu',
);
/** `state "Takes requests" as Ready` */
const ALIAS = new RegExp(String.raw`^state\s+"(?<text>[^"#;]+)"\s+as\s+(?<id>${ID})$`, 'iu');
/** `Ready : Takes requests` */
const DESCRIPTION = new RegExp(`^(?<id>${ID})${TEXT}$`, 'iu');

/** @returns the state's id in the graph, where start and end are two */
function addState(id: string, pseudoState: Shape, { nodes }: Graph): string {
	const isPseudoState = id === '[*]';
	const key = isPseudoState ? `[${pseudoState}]` : id;
	if (!nodes.has(key))
		nodes.set(
			key,
			isPseudoState ? { label: '', shape: pseudoState } : { label: id, shape: 'rounded' },
		);
	return key;
}
