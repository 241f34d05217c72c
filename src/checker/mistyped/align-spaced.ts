import type { BlockKind } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import { alignNested, countLone, type NestedAlignment } from '../nesting/align-nested.ts';
import { depthOf, SOUND, spacedItem } from './list.ts';
import { textLines } from './text-lines.ts';

export interface SpacedAlignment extends NestedAlignment {
	/** The translation as it was matched. */
	readonly target: Document;
	/** Its lines, from zero, that got the space behind a marker that they lack in the file. */
	readonly unspacedItems: readonly number[];
}

/**
 * Matches the blocks of two pages as if no item below the list of another one lacked the space behind
 * its marker: it goes on with the last item of that list, and what stands in its own list follows it
 * there. As it is written where that leaves as much to be told.
 *
 * @param tags names of both locales as they occur in link targets, in lower case
 */
export function alignSpaced(
	source: Document,
	target: Document,
	tags: readonly string[],
): SpacedAlignment {
	const asWritten = { ...alignNested(source, target, tags), target, unspacedItems: [] };
	const { missing, moved } = asWritten.alignment;
	if (![...missing, ...moved].some(({ source: { kind } }) => LISTS.has(kind))) return asWritten;
	// What was closed for the parser would have to be closed again.
	if (target.unclosedFences.length + target.unclosedContainers.length > 0) return asWritten;
	const written = target.written.split('\n');
	const lines = textLines(target);
	const unspacedItems = [...lines.keys()].filter((at) => takesMoreAlong(lines, written, at));
	if (unspacedItems.length === 0) return asWritten;
	for (const at of unspacedItems) written[at] = spacedItem(written[at]!) ?? written[at]!;
	const spaced = parseDocument({ ...target, text: written.join('\n') });
	const nested = alignNested(source, spaced, tags);
	const isBetter = countLone(nested) + unspacedItems.length < countLone(asWritten);
	return isBetter ? { ...nested, target: spaced, unspacedItems } : asWritten;
}

const LISTS = new Set<BlockKind>(['list', 'item']);

/**
 * Whether a line lacks that space, and takes along what stands below it: a list behind that of the item
 * before, what is indented as far as its words, or the next number, which is text below a text.
 *
 * @param lines without code
 */
function takesMoreAlong(lines: readonly string[], written: readonly string[], at: number): boolean {
	const [before = '', line = '', behind = ''] = lines.slice(at - 1, at + 2);
	const item = spacedItem(line);
	if (item === undefined) return false;
	const depth = depthOf(line);
	if (SOUND.test(behind) && depthOf(behind) > depth)
		return before.trim() === '' || depthOf(before) > depth;
	if (NUMBER.test(item) && NUMBER.test(behind) && depthOf(behind) === depth) return true;
	const below = written[behind.trim() === '' ? at + 2 : at + 1] ?? '';
	return below.trim() !== '' && depthOf(below) >= depth + 2;
}

/** An item with a number before it. */
const NUMBER = /^[ \t>]*\d{1,9}[.)][ \t]/;
