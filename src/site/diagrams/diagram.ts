/** What a fence of Mermaid says, as far as the site draws it. */
export interface Diagram {
	/** Its name for those who do not see it, from the line `accTitle`. */
	readonly title: string;
	/** What it shows, for the same readers, from the line `accDescr`. */
	readonly description: string;
	readonly picture: Graph | Sequence;
}

/** Boxes and arrows: a flowchart, or the states of something. */
export interface Graph {
	readonly kind: 'graph';
	direction: Direction;
	/** In the order of their first mention. */
	readonly nodes: Map<string, GraphNode>;
	readonly edges: GraphEdge[];
}

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export interface GraphNode {
	/** Lines are kept apart by `\n`; empty for the start and the end of states. */
	label: string;
	shape: Shape;
}

export type Shape = 'box' | 'rounded' | 'stadium' | 'cylinder' | 'diamond' | 'start' | 'end';

export interface GraphEdge {
	readonly from: string;
	readonly to: string;
	readonly label: string;
	readonly stroke: 'solid' | 'dotted' | 'thick';
	readonly tips: 'none' | 'end' | 'both';
}

/** Who tells whom what, from top to bottom. */
export interface Sequence {
	readonly kind: 'sequence';
	/** Id -> label, from left to right. */
	readonly participants: Map<string, string>;
	readonly events: SequenceEvent[];
}

export type SequenceEvent =
	| {
			readonly kind: 'message';
			readonly from: string;
			readonly to: string;
			readonly label: string;
			readonly isDotted: boolean;
			/** Whether it does not arrive. */
			readonly isLost: boolean;
	  }
	| { readonly kind: 'note'; readonly over: readonly string[]; readonly label: string }
	/** A part that happens only sometimes, or again: it opens, goes on otherwise, ends. */
	| { readonly kind: 'open' | 'else'; readonly label: string }
	| { readonly kind: 'end' };

/** Reads the lines of one kind of diagram, one after the other. */
export interface DiagramReader {
	readonly picture: Graph | Sequence;
	/** @returns whether the line was understood */
	readonly read: (line: string) => boolean;
}

/** `labelOf('Ready<br/>for requests')` => `'Ready\nfor requests'` */
export function labelOf(text: string): string {
	return text.trim().replace(/\s*<br\s*\/?>\s*/gi, '\n');
}

/** Words of Mermaid, in one kind of diagram or another. */
const RESERVED =
	'and actor activate alt autonumber box break call class create critical deactivate default ' +
	'destroy details direction else end href interpolate link links linkStyle loop note opt option ' +
	'over par participant properties rect style subgraph';

/** Source of a pattern, without capitals: what nodes and participants may be called. */
export const ID = String.raw`(?!(?:${RESERVED.replaceAll(' ', '|')})\b)\p{L}[\p{L}\p{N}_]*`;
