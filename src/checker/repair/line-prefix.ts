import type { Block } from '../document/block.ts';
import type { PageText } from './page-text.ts';

/** What lines of a block begin with where it stands in a list or a quotation: `'   '`, `'> '`. */
export function linePrefix({ span }: Block, { lines }: PageText): string {
	const line = lines[span.start.line - 1] ?? '';
	return line.slice(0, span.start.column - 1).replace(/[^\s>]/g, ' ');
}

/** What lines within a block begin with. */
export function innerPrefix(block: Block, text: PageText): string {
	const { kind, span, children } = block;
	const first = children[0];
	if (first && (kind === 'item' || kind === 'quote')) return linePrefix(first, text);
	const below = children.find((child) => child.span.start.line > span.start.line);
	if (below) return linePrefix(below, text);
	const opening = text.lines[span.start.line - 1]!.slice(span.start.column - 1);
	const own = linePrefix(block, text);
	if (opening.startsWith('>')) return `${own}> `;
	return /^(?:!!!|\?\?\?|===)/.test(opening) ? `${own}    ` : own;
}

/** A line within a list or a quotation. */
export function withPrefix(prefix: string, line: string): string {
	return (prefix + line).trimEnd() === prefix.trimEnd() ? prefix.trimEnd() : prefix + line;
}

/** The lines of a block, without what it stands in. */
export function linesOf(block: Block, text: PageText): string[] {
	const { start, end } = block.span;
	const prefix = linePrefix(block, text);
	const lines = text.lines.slice(start.line - 1, end.column === 1 ? end.line - 1 : end.line);
	return lines.map((line, index) =>
		index === 0 ? line.slice(start.column - 1) : withoutPrefix(prefix, line),
	);
}

/** `withoutPrefix('  > ', '  > order')` => `'order'`; shorter prefixes go as far as they reach. */
function withoutPrefix(prefix: string, line: string): string {
	let at = 0;
	while (at < prefix.length && at < line.length && /[\s>]/.test(line[at]!)) at++;
	return line.slice(at);
}
