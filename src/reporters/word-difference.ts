import { diffArrays } from 'diff';
import { styleText } from 'node:util';
import { compareWords, type TextPart } from './compare-words.ts';
import { printable } from './printable.ts';

/** Of a longer paragraph, such as a list or a code block, only what is near a change is shown. */
const MOST_LINES = 12;
/** Unchanged lines around a change. */
const CONTEXT = 2;
/**
 * What changed between two versions of a text, word by word: the lines of the paragraphs that
 * changed. A paragraph that is only wrapped anew has not. Without colour, `[-removed-]{+added+}`.
 *
 * @param before empty where there was nothing
 * @param after empty where there is nothing any more
 */
export function wordDifference(before: string, after: string, color: boolean): string[] {
	const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
	const lines: string[] = [];
	let removed: string[] = [];
	const tell = (added: readonly string[]): void => {
		for (const pair of paired(removed, added))
			lines.push(...(lines.length > 0 ? [''] : []), ...shown(pair, color));
		removed = [];
	};
	for (const change of diffArrays(old, now, { comparator: isSameParagraph })) {
		if (change.removed) removed.push(...change.value);
		else if (change.added) tell(change.value);
		else tell([]);
	}
	tell([]);
	return lines;
}

/** Blocks between blank lines; a fenced block is one, whatever it holds. */
function paragraphsOf(text: string): string[] {
	const paragraphs: string[] = [];
	let lines: string[] = [];
	let fence: string | undefined;
	for (const line of [...text.split(/\r\n|\r|\n/), '']) {
		const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
		if (fence === undefined) fence = mark;
		else if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
		if (line.trim() !== '' || fence !== undefined) lines.push(line);
		else if (lines.length > 0) {
			paragraphs.push(lines.join('\n'));
			lines = [];
		}
	}
	return lines.length > 0 ? [...paragraphs, lines.join('\n')] : paragraphs;
}

/** White space is part of code, and of nothing else. */
function isSameParagraph(a: string, b: string): boolean {
	return a === b || (!isCode(a) && !isCode(b) && words(a) === words(b));
}

function isCode(paragraph: string): boolean {
	return /^\s*(?:`{3,}|~{3,})/m.test(paragraph);
}

function words(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

/** Paragraphs that took the place of each other; where their numbers differ, all at once. */
function paired(
	removed: readonly string[],
	added: readonly string[],
): (readonly [string, string])[] {
	if (removed.length === added.length) return removed.map((text, at) => [text, added[at]!]);
	return [[removed.join('\n\n'), added.join('\n\n')]];
}

function shown([before, after]: readonly [string, string], color: boolean): string[] {
	const lines = linesOf(compareWords(before, after, isCode(before) || isCode(after)));
	const isNear = (index: number): boolean =>
		lines.length <= MOST_LINES ||
		lines
			.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
			.some((line) => line.some(({ kind }) => kind !== 'same'));
	return lines.flatMap((line, index) => {
		if (isNear(index)) return [line.map((part) => mark(part, color)).join('')];
		return index === 0 || isNear(index - 1) ? ['…'] : [];
	});
}

/** Parts by the lines on which they stand. */
function linesOf(parts: readonly TextPart[]): TextPart[][] {
	const lines: TextPart[][] = [[]];
	for (const { kind, text } of parts)
		for (const [index, piece] of text.split('\n').entries()) {
			if (index > 0) lines.push([]);
			if (piece !== '') lines.at(-1)!.push({ kind, text: piece });
		}
	return lines;
}

function mark({ kind, text }: TextPart, color: boolean): string {
	const safe = printable(text.replaceAll('\t', '  '));
	if (kind === 'same') return safe;
	if (!color) return kind === 'removed' ? `[-${safe}-]` : `{+${safe}+}`;
	const style = kind === 'removed' ? (['red', 'strikethrough'] as const) : (['green'] as const);
	return styleText([...style], safe, { validateStream: false });
}
