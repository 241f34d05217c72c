import type { Block } from '../document/block.ts';
import { blockAt } from './find-block.ts';
import type { PageText } from './page-text.ts';
import type { Repair } from './repair.ts';

/** Items of a list are numbered, or have bullets, as in the source; what they hold moves along. */
export const repairListMarkers: Repair = function* (
	finding,
	{ source, target, sourceText, targetText },
) {
	const [from, to] = [
		blockAt(source, ['list'], finding.source?.range),
		blockAt(target, ['list'], finding.range),
	];
	if (!from || !to) return;
	const markers = from.children.map((item) => markerOf(item, sourceText));
	const fresh: string[] = [];
	const first = to.span.start.line;
	let next = first;
	for (const [index, item] of to.children.entries()) {
		const old = markerOf(item, targetText);
		const marker = markers[index] ?? following(markers.at(-1), index - markers.length + 1);
		if (old === undefined || marker === undefined) return;
		const { start, end } = item.span;
		const last = end.column === 1 ? end.line - 1 : end.line;
		fresh.push(...targetText.lines.slice(next - 1, start.line - 1));
		const column = start.column - 1;
		for (const [row, line] of targetText.lines.slice(start.line - 1, last).entries())
			fresh.push(
				row === 0
					? line.slice(0, column) + marker + line.slice(column + old.length)
					: indent(line, column, marker.length - old.length),
			);
		next = last + 1;
	}
	yield [targetText.replaceLines(first, next - first, fresh)];
};

/** `-`, `*`, `1.` or `1)`, as it is written. */
function markerOf({ span }: Block, { lines }: PageText): string | undefined {
	const written = lines[span.start.line - 1]!.slice(span.start.column - 1);
	return /^(?:[-*+]|\d{1,9}[.)])(?=\s|$)/.exec(written)?.[0];
}

/** `following('3.', 2)` => `'5.'`; `following('-', 2)` => `'-'` */
function following(marker: string | undefined, steps: number): string | undefined {
	return marker?.replace(/\d+/, (number) => String(Number(number) + steps));
}

/** Moves a line by some columns, counted from where its item begins. */
function indent(line: string, column: number, by: number): string {
	const [before, rest] = [line.slice(0, column), line.slice(column)];
	if (rest.trim() === '') return line;
	if (by > 0) return before + ' '.repeat(by) + rest;
	const free = /^ */.exec(rest)![0].length;
	return before + rest.slice(Math.min(-by, free));
}
