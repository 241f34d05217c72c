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
	const lines = textLines(target);
	const unspacedItems = [...lines.keys()].filter((at) => takesListAlong(lines, at));
	if (unspacedItems.length === 0) return asWritten;
	const written = target.written.split('\n');
	for (const at of unspacedItems) written[at] = spacedItem(written[at]!) ?? written[at]!;
	const spaced = parseDocument({ ...target, text: written.join('\n') });
	const nested = alignNested(source, spaced, tags);
	const isBetter = countLone(nested) + unspacedItems.length < countLone(asWritten);
	return isBetter ? { ...nested, target: spaced, unspacedItems } : asWritten;
}

const LISTS = new Set<BlockKind>(['list', 'item']);

/** Whether a line lacks that space, behind the list of the item before it, and before one of its own. */
function takesListAlong(lines: readonly string[], at: number): boolean {
	const [before = '', line = '', behind = ''] = lines.slice(at - 1, at + 2);
	const depth = depthOf(line);
	return (
		SOUND.test(behind) &&
		depthOf(behind) > depth &&
		(before.trim() === '' || depthOf(before) > depth) &&
		spacedItem(line) !== undefined
	);
}
