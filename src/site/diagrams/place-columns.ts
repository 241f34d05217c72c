import type { SequenceEvent } from './diagram.ts';
import { measureLabel, type Label } from './label.ts';

/** An event of a sequence, with columns for participants and a label that is broken into lines. */
export type Row =
	| {
			readonly kind: 'message';
			readonly from: number;
			readonly to: number;
			readonly label: Label;
			readonly isDotted: boolean;
			readonly isLost: boolean;
	  }
	| { readonly kind: 'note'; readonly first: number; readonly last: number; readonly label: Label }
	| { readonly kind: 'open'; readonly label: Label }
	| { readonly kind: 'else'; readonly label: Label }
	| { readonly kind: 'end' };

/** @param column of each participant, from the left */
export function rowOf(event: SequenceEvent, column: ReadonlyMap<string, number>): Row {
	const measure = (columns: number): Label =>
		measureLabel('label' in event ? event.label : '', 13, 112 + 64 * Math.max(0, columns - 1));
	switch (event.kind) {
		case 'message': {
			const [from, to] = [column.get(event.from)!, column.get(event.to)!];
			return { ...event, from, to, label: measure(Math.abs(from - to)) };
		}
		case 'note': {
			const over = event.over.map((id) => column.get(id)!);
			const [first, last] = [Math.min(...over), Math.max(...over)];
			return { kind: 'note', first, last, label: measure(last - first + 1) };
		}
		case 'end':
			return event;
		default:
			return { kind: event.kind, label: measure(2) };
	}
}

/**
 * Places the columns so that heads stand beside each other, and labels fit between the lifelines that
 * they belong to.
 *
 * @param heads widths of the boxes above the lifelines
 * @returns the middle of each column
 */
export function placeColumns(heads: readonly number[], rows: readonly Row[]): number[] {
	const gaps = heads.slice(1).map((width, index) => (heads[index]! + width) / 2 + 16);
	for (const row of rows) for (const need of needsOf(row)) widen(gaps, need);
	const places = [0];
	for (const gap of gaps) places.push(places.at(-1)! + gap);
	return places;
}

interface Need {
	readonly from: number;
	readonly to: number;
	readonly width: number;
}

function* needsOf(row: Row): Generator<Need> {
	if (row.kind === 'message') {
		const [from, to] = [Math.min(row.from, row.to), Math.max(row.from, row.to)];
		if (from === to) yield { from, to: from + 1, width: LOOP + row.label.width + 12 };
		else yield { from, to, width: row.label.width + 26 };
	} else if (row.kind === 'note' && row.first === row.last) {
		const half = row.label.width / 2 + 18;
		yield { from: row.first - 1, to: row.first, width: half };
		yield { from: row.first, to: row.first + 1, width: half };
	} else if (row.kind === 'note') yield { from: row.first, to: row.last, width: row.label.width };
}

/** How far a message to oneself goes to the right, in pixels. */
export const LOOP = 32;

function widen(gaps: number[], { from, to, width }: Need): void {
	if (from < 0 || to > gaps.length) return;
	const lack = width - gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
	if (lack > 0) for (let index = from; index < to; index++) gaps[index]! += lack / (to - from);
}
