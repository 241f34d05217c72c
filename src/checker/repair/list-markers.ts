import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import type { Point, Range } from '../place.ts';
import { isSame } from './find-block.ts';
import type { PageText } from './page-text.ts';
import type { Repair } from './repair.ts';

/** Items of a list are numbered, or have bullets, as in the source; what they hold moves along. */
export const repairListMarkers: Repair = function* (
	finding,
	{ source, target, sourceText, targetText },
) {
	const markers = itemsAt(source, finding.source?.range).map((item) => markerOf(item, sourceText));
	const items = itemsAt(target, finding.range);
	if (!items[0]) return;
	const fresh: string[] = [];
	const first = items[0].span.start.line;
	let next = first;
	for (const [index, item] of items.entries()) {
		const old = markerOf(item, targetText);
		const marker = markers[index] ?? following(markers.at(-1), index - markers.length + 1);
		if (old === undefined || marker === undefined) return;
		const { start, end } = item.span;
		const last = end.column === 1 ? end.line - 1 : end.line;
		const column = start.column - 1;
		const [line, ...below] = targetText.lines.slice(start.line - 1, last);
		fresh.push(...targetText.lines.slice(next - 1, start.line - 1));
		fresh.push(line!.slice(0, column) + marker + line!.slice(column + old.length));
		fresh.push(...indent(below, column, old.length + 1, marker.length + 1));
		next = last + 1;
	}
	yield [targetText.replaceLines(first, next - first, fresh)];
};

/** Items of a list that begins at a place, or of what the finding tells as one: it may go on behind that. */
function itemsAt({ blocks }: Document, range: Range | undefined): readonly Block[] {
	if (!range) return [];
	for (const { kind, children } of eachBlock(blocks)) {
		const first =
			kind === 'list' ? children.findIndex(({ span }) => isSame(span.start, range.start)) : -1;
		if (first !== -1)
			return children.slice(first).filter(({ span: { start } }) => isBefore(start, range.end));
	}
	return [];
}

function isBefore(a: Point, b: Point): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** `-`, `*`, `1.` or `1)`, as it is written. */
function markerOf({ span }: Block, { lines }: PageText): string | undefined {
	const written = lines[span.start.line - 1]!.slice(span.start.column - 1);
	return /^(?:[-*+]|\d{1,9}[.)])(?=\s|$)/.exec(written)?.[0];
}

/** `following('3.', 2)` => `'5.'`; `following('-', 2)` => `'-'` */
function following(marker: string | undefined, steps: number): string | undefined {
	return marker?.replace(/\d+/, (number) => String(Number(number) + steps));
}

/**
 * Moves the lines of an item below its first one, where they would no longer belong to it. Lines that
 * only go on with a paragraph may stand anywhere.
 *
 * @param column where the item begins, from zero
 * @param old columns behind that at which its lines began
 * @param fresh columns at which they have to begin
 */
function indent(lines: readonly string[], column: number, old: number, fresh: number): string[] {
	const isWithin = (line: string, depth: number): boolean =>
		line.trim() !== '' && /^\s*$/.test(line.slice(column, column + depth));
	const own = lines.filter((line) => isWithin(line, old));
	if (own.every((line) => isWithin(line, fresh))) return [...lines];
	return lines.map((line) =>
		isWithin(line, old)
			? line.slice(0, column) + ' '.repeat(fresh - old) + line.slice(column)
			: line,
	);
}
