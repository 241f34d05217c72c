import { readAtoms } from './code-line.ts';
import type { CodeHunk } from './compare-code.ts';
import { findHunks } from './find-hunks.ts';

/**
 * Where lines that are the same in both languages, and stand there once, have changed places: text
 * around them may be translated, what was kept stays in its order.
 */
export function findSwappedCopies(
	source: readonly string[],
	target: readonly string[],
): CodeHunk[] {
	const [ours, theirs] = [rowsOfOnce(source), rowsOfOnce(target)];
	const order = [...ours.keys()].flatMap((line) => theirs.get(line) ?? []);
	if (order.every((row, i) => i === 0 || order[i - 1]! < row)) return [];
	const read = (lines: readonly string[]) => ({
		lines,
		read: lines.map((line) => {
			const text = line.trim();
			return readAtoms(ours.has(text) && theirs.has(text) ? [text] : []);
		}),
	});
	return findHunks(read(source), read(target), 'text').map((hunk) => ({
		...hunk,
		kind: 'strings',
	}));
}

/** Lines that hold words and stand there once, with their rows. */
function rowsOfOnce(lines: readonly string[]): ReadonlyMap<string, number> {
	const rows = new Map<string, number>();
	const twice = new Set<string>();
	for (const [row, line] of lines.entries()) {
		const text = line.trim();
		if (!/\p{L}{2}/u.test(text)) continue;
		if (rows.has(text)) twice.add(text);
		rows.set(text, row);
	}
	for (const text of twice) rows.delete(text);
	return rows;
}
