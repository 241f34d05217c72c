import { matchesOf, type Alignment } from '../alignment/alignment.ts';
import type { Block, BlockKind } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Point, Range } from '../place.ts';
import type { Remark } from '../rule.ts';
import { firstOfItems, spacedItem, spacedItems } from './list.ts';
import { swallowed, swallowedItems } from './swallowed-item.ts';
import { textLines } from './text-lines.ts';

/**
 * Tells of remarks on missing lists and items which are there, but for their markers: `mistyped`,
 * `mistyped-several`, with `found`, `expected` and `count`, and `swallowed`, with `found`. Each line is told once.
 */
export function missingItems({ source, target, alignment }: Pair): (remark: Remark) => Remark {
	let known: readonly string[] | undefined;
	const linesOf = (): readonly string[] => (known ??= textLines(target));
	let lists: ReadonlyMap<Point, ListPair> | undefined;
	const waiting = new Map<Block, number[]>();
	const texts = new Map<Block, number[]>();
	const told = new Set<number>();

	function firstLine({ range }: Remark, list: Block | undefined): number | undefined {
		const lines = linesOf();
		if (!list) return firstOfItems(lines, itemNear(lines, range!.start.line - 1));
		let runs = waiting.get(list);
		if (!runs) waiting.set(list, (runs = runsIn(list, lines)));
		for (let run = runs.shift(); run !== undefined; run = runs.shift())
			if (!told.has(run)) return run;
		return undefined;
	}

	/** The line that holds an item of a list as text, each once. */
	function textOf({ source: list, target: other }: ListPair, { range }: Remark) {
		let found = texts.get(list);
		if (!found) {
			found = swallowedItems(list, other, source.text, linesOf(), range!.start.line);
			texts.set(list, found);
		}
		return found.shift();
	}

	/** `undefined` where no line that may be meant is written otherwise than an item is. */
	function mistyped(remark: Remark, list: ListPair): Remark | undefined {
		const lines = linesOf();
		const first = firstLine(remark, list.target);
		if (first === undefined) return undefined;
		const items = spacedItems(lines.slice(first, first + MOST_LINES));
		const wrong = items.filter((item, at) => item !== lines[first + at]);
		if (wrong.length === 0) return undefined;
		told.add(first);
		const isNumbered = /^[ \t>]*\d/.test(wrong[0]!);
		const at = { line: first + 1, column: 1 };
		return {
			...remark,
			messageId: wrong.length > 1 ? 'mistyped-several' : 'mistyped',
			data: {
				count: String(wrong.length),
				found: excerpt(lines[first]!),
				expected: excerpt(wrong[0]!),
			},
			range: { start: at, end: at },
			// Of another kind than in the source they would only be the next thing to mend.
			...(isNumbered !== (list.source.name === 'ordered') && { isFixable: false as const }),
		};
	}

	return (remark) => {
		if (!remark.messageId.startsWith('missing')) return remark;
		lists ??= listsOfItems(alignment);
		const list = lists.get(remark.source!.start);
		if (!list) return remark;
		const slip = mistyped(remark, list);
		if (slip) return slip;
		const text = remark.messageId === 'missing' ? textOf(list, remark) : undefined;
		return text === undefined ? remark : swallowed(remark, text, linesOf());
	};
}

/** Index of a line where a list is missing, or of an item in the text above. */
function itemNear(lines: readonly string[], at: number): number {
	if (spacedItem(lines[at]!) !== undefined) return at;
	let above = nextText(lines, at - 1, -1);
	while (lines[above]?.trim() && spacedItem(lines[above]!) === undefined) above--;
	return lines[above]?.trim() ? above : at;
}

/** Most lines that are looked at behind a first one. */
const MOST_LINES = 200;

interface ListPair {
	readonly source: Block;
	/** Absent where the whole list is missing. */
	readonly target: Block | undefined;
}

/** Lists that are missing, and those that may lack items, by the places at which these begin. */
function listsOfItems(alignment: Alignment): ReadonlyMap<Point, ListPair> {
	const lists = new Map<Point, ListPair>();
	for (const { source } of alignment.missing)
		if (source.kind === 'list') lists.set(source.span.start, { source, target: undefined });
	for (const { source, target } of matchesOf(alignment, 'list'))
		for (const { span } of source.children) lists.set(span.start, { source, target });
	return lists;
}

/**
 * Indices of the lines at which runs of such items begin within a list, right above or right below
 * it, from zero in the page.
 */
function runsIn({ span }: Block, lines: readonly string[]): number[] {
	const isItem = (at: number): boolean => spacedItem(lines[at]!) !== undefined;
	const runs: number[] = [];
	const first = firstOfItems(lines, span.start.line - 1);
	for (let at = first; at < Math.min(span.end.line, lines.length); at++)
		if (isItem(at) && (at === first || !isItem(at - 1))) runs.push(at);
	const below = nextText(lines, span.end.line, 1);
	if (below < lines.length && isItem(below)) runs.push(below);
	return runs;
}

/**
 * Paragraphs that only the translation has, since they were meant as items that are missing in their
 * section, and lists that such a paragraph divides from the rest, by their places.
 */
export function madeByMistypedItems({ target, alignment }: Pair): ReadonlySet<Range> {
	const sections = new Set(
		alignment.missing.filter(({ source }) => LISTS.has(source.kind)).map(({ section }) => section),
	);
	const extra = alignment.extra.filter(({ section }) => sections.has(section));
	if (extra.length === 0) return new Set();
	const lines = textLines(target);
	const items = new Set(lines.flatMap((line, at) => (spacedItem(line) === undefined ? [] : [at])));
	const isBeside = ({ start, end }: Range): boolean =>
		items.has(nextText(lines, start.line - 2, -1)) || items.has(nextText(lines, end.line, 1));
	return new Set(
		extra
			.filter(({ target: { kind, span } }) =>
				kind === 'list' ? isBeside(span) : kind === 'paragraph' && items.has(span.start.line - 1),
			)
			.map(({ target: { span } }) => span),
	);
}

const LISTS = new Set<BlockKind>(['list', 'item']);

/** Index of the next line with text, at `from` or in steps from it. */
function nextText(lines: readonly string[], from: number, step: 1 | -1): number {
	let at = from;
	while (at in lines && SPACE.test(lines[at]!)) at += step;
	return at;
}

/** Blank lines, spacers and rules. */
const SPACE = /^[ \t]*(?:(?:<br[ \t]*\/?>[ \t]*)+|[-*_]{3,}[ \t]*)?$/;
