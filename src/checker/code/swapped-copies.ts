import { readAtoms } from './code-line.ts';
import type { CodeHunk } from './compare-code.ts';
import { findHunks } from './find-hunks.ts';

/**
 * Where lines that are the same in both languages, or begin with the same label, have changed places:
 * text around them may be translated, what was kept stays in its order.
 */
export function findSwappedCopies(
	source: readonly string[],
	target: readonly string[],
): CodeHunk[] {
	const [ours, theirs] = [rowsOfOnce(source), rowsOfOnce(target)];
	const order = [...ours.keys()].flatMap((key) => theirs.get(key) ?? []);
	if (order.every((row, i) => i === 0 || order[i - 1]! <= row)) return [];
	const read = (lines: readonly string[]) => ({
		lines,
		read: lines.map((line) =>
			readAtoms(keysOf(line).filter((key) => ours.has(key) && theirs.has(key))),
		),
	});
	return findHunks(read(source), read(target), 'text').map((hunk) => ({
		...hunk,
		kind: 'strings',
	}));
}

/** What stands in one line alone, with its row. */
function rowsOfOnce(lines: readonly string[]): ReadonlyMap<string, number> {
	const rows = new Map<string, number>();
	const twice = new Set<string>();
	for (const [row, line] of lines.entries())
		for (const key of keysOf(line)) {
			if (rows.has(key)) twice.add(key);
			rows.set(key, row);
		}
	for (const key of twice) rows.delete(key);
	return rows;
}

/** A line that holds words, and the label at its beginning: `Fix: …`, `(a) …`, `| 1 | …`. */
function keysOf(line: string): string[] {
	const text = line.trim();
	const label = LABEL.exec(text)?.[0];
	return [...(/\p{L}{2}/u.test(text) ? [text] : []), ...(label === undefined ? [] : [label])];
}

const LABEL = /^(?:[-*>] )?(?:[A-Za-z][\w-]{0,20}:(?=\s|$)|\([\da-z]{1,2}\)(?=\s)|\| *\d+ *\|)/;
