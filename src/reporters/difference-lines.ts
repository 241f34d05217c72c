import type { CodeDifference } from '../checker/finding.ts';
import { count } from './count.ts';
import { printable } from './printable.ts';

/** A line of a shown difference; `text` is printable and begins with its sign. */
export interface DifferenceLine {
	readonly kind: 'expected' | 'found' | 'note';
	readonly text: string;
}

const MOST_HUNKS = 3;
/** Lines of both sides of a hunk. */
const MOST_LINES = 4;
/** A longer line is seldom written by hand; UTF-16 units. */
const MOST_CHARACTERS = 200;

/** How code differs, as a short line difference: enough to see what to look at, not a patch. */
export function differenceLines(differences: readonly CodeDifference[] = []): DifferenceLine[] {
	const lines: DifferenceLine[] = [];
	let more = 0;
	for (const [index, { expected, found, line }] of differences.entries()) {
		const most = index < MOST_HUNKS ? MOST_LINES : 0;
		const ofExpected = Math.min(expected.length, Math.max(most / 2, most - found.length));
		const ofFound = Math.min(found.length, most - ofExpected);
		more += Math.max(expected.length - ofExpected, found.length - ofFound);
		if (index > 0 && most > 0) lines.push({ kind: 'note', text: `line ${line}` });
		for (const text of expected.slice(0, ofExpected))
			lines.push({ kind: 'expected', text: `- ${shown(text)}` });
		for (const text of found.slice(0, ofFound))
			lines.push({ kind: 'found', text: `+ ${shown(text)}` });
	}
	if (more > 0)
		lines.push({
			kind: 'note',
			text: `… and ${count(more, 'more line')} ${more === 1 ? 'differs' : 'differ'}`,
		});
	return lines;
}

/** Tabs would be spelled out as control characters, and white space is no difference of code. */
function shown(line: string): string {
	const text = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)} …` : line;
	return printable(text.replaceAll('\t', '  ').trimEnd());
}
