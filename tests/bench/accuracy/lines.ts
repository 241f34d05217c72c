import type { Edit, Span } from './fault.ts';

/** Lines counted from one, both included. */
export interface LineRange {
	readonly first: number;
	readonly last: number;
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the line break of the line that holds `offset`. */
export function lineEnd(text: string, offset: number): number {
	const end = text.indexOf('\n', offset);
	return end === -1 ? text.length : end + 1;
}

/** The line, counted from one, that holds `offset`. */
export function lineAt(text: string, offset: number): number {
	let line = 1;
	for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
		line++;
	return line;
}

/** Takes out whole lines, and the blank ones behind them. */
export function removeLines(text: string, { from, to }: Span): Edit {
	const start = lineStart(text, from);
	let end = lineEnd(text, Math.max(from, to - 1));
	while (end < text.length && /^[ \t]*\n/.test(text.slice(end, lineEnd(text, end))))
		end = lineEnd(text, end);
	return { from: start, to: end, insert: '' };
}

/** Takes out the lines of something within a block. */
export function removeInnerLines(text: string, { from, to }: Span): Edit {
	return { from: lineStart(text, from), to: lineEnd(text, Math.max(from, to - 1)), insert: '' };
}

/** Puts a block of its own behind the line that holds `offset`. */
export function insertBlock(text: string, offset: number, block: string): Edit {
	const at = lineEnd(text, offset);
	const before = text[at - 1] === '\n' ? '\n' : '\n\n';
	return { from: at, to: at, insert: `${before}${block}\n` };
}

/** An edit that adds nothing but space takes something away. */
function isGap({ insert }: Edit): boolean {
	return insert.trim() === '';
}

/** Lines that hold nothing a finding could point to: blank, spacers, rules, comments. */
const NOTHING = /^[\s>]*(?:(?:<br\s*\/?>\s*)+|<!--.*-->|[-*_]{3,})?\s*$/;

/** Applies edits and says where in the new text each of them stands. */
export function applyEdits(
	text: string,
	edits: readonly Edit[],
): { text: string; lines: LineRange[] } {
	let result = '';
	let at = 0;
	const spans: (Span & { gap: boolean })[] = [];
	for (const edit of edits) {
		result += text.slice(at, edit.from);
		const lead = edit.insert.length - edit.insert.trimStart().length;
		spans.push(
			isGap(edit)
				? { from: result.length, to: result.length, gap: true }
				: {
						from: result.length + lead,
						to: result.length + edit.insert.trimEnd().length,
						gap: false,
					},
		);
		result += edit.insert;
		at = edit.to;
	}
	result += text.slice(at);
	const all = result.split('\n');
	return {
		text: result,
		lines: spans.map(({ from, to, gap }) =>
			gap
				? gapAround(all, result, from)
				: { first: lineAt(result, from), last: lineAt(result, Math.max(from, to - 1)) },
		),
	};
}

/** From the last line with something on it before `offset` to the first one behind it. */
function gapAround(lines: readonly string[], text: string, offset: number): LineRange {
	const here = lineAt(text, offset);
	const isAtStart = lineStart(text, offset) === offset;
	let first = isAtStart ? here - 1 : here;
	while (first > 1 && NOTHING.test(lines[first - 1]!)) first--;
	let last = here;
	while (last < lines.length && NOTHING.test(lines[last - 1]!)) last++;
	return { first: Math.max(1, first), last };
}

/** Where an offset of the text before the edits stands after them. */
export function mapOffset(offset: number, edits: readonly Edit[]): number {
	let shift = 0;
	for (const { from, to, insert } of edits) {
		if (to <= offset) shift += insert.length - (to - from);
		else if (from < offset) return from + shift + Math.min(offset - from, insert.length);
	}
	return offset + shift;
}
