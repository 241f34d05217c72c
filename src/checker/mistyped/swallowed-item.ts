import { eachBlock, type Block } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import type { Remark } from '../rule.ts';

/**
 * Indices of lines that hold items of a list as text: only `1.` begins an item right below other text
 * that is indented as far, `2.` goes on with that text.
 *
 * @param source the list in the source
 * @param target its counterpart; absent where that is missing
 * @param text of the source
 * @param lines of the target
 * @param at line, from one, where the list is missing
 */
export function swallowedItems(
	source: Block,
	target: Block | undefined,
	text: string,
	lines: readonly string[],
	at: number,
): number[] {
	if (source.name !== 'ordered') return [];
	const first = numberIn(text.slice(source.span.from, source.span.from + 12));
	const found = target ? textLines(target) : textAbove(at - 1, lines).reverse();
	return found.filter((index) => {
		const number = numberIn(lines[index]!);
		return number > 1 && number >= first && number < first + source.children.length;
	});
}

/** A remark on a missing item, which is there as text. */
export function swallowed(remark: Remark, line: number, lines: readonly string[]): Remark {
	const written = lines[line]!;
	const at = { line: line + 1, column: written.search(/[^\s>]/) + 1 };
	return {
		...remark,
		messageId: 'swallowed',
		data: { found: excerpt(written.replace(/^[\s>]+/, '')) },
		range: { start: at, end: at },
	};
}

/** `numberIn('  2. Stop')` => `2`; not a number where no item begins. */
function numberIn(line: string): number {
	return Number(/^[ \t>]*(\d{1,9})[.)][ \t]+\S/.exec(line)?.[1]);
}

/** Indices of lines that go on with a paragraph of a list. */
function textLines(list: Block): number[] {
	return eachBlock([list]).flatMap(({ kind, span }) =>
		kind === 'paragraph'
			? Array.from({ length: span.end.line - span.start.line }, (_, at) => span.start.line + at)
			: [],
	);
}

/** Most lines of a paragraph that are looked at. */
const MOST_LINES = 200;

/** Indices of the lines of the first text above a line, from below; its first one goes on with nothing. */
function textAbove(from: number, lines: readonly string[]): number[] {
	let index = Math.min(from, lines.length) - 1;
	while (index >= 0 && lines[index]!.trim() === '') index--;
	const found: number[] = [];
	for (; index > 0 && lines[index - 1]!.trim() !== '' && found.length < MOST_LINES; index--)
		found.push(index);
	return found;
}
