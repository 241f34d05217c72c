/**
 * A line whose marker of an item is text, for it lacks the space behind it or is none of Markdown's,
 * as an item. `spacedItem('1.Stop')` => `'1. Stop'`; `spacedItem('• Stop')` => `'- Stop'`;
 * `undefined` for every other line.
 */
export function spacedItem(line: string): string | undefined {
	const [, before, bullet, number, words] = ITEM.exec(line) ?? [];
	if (words === undefined || (bullet === '-' && OPTION.test(words))) return undefined;
	const marker = number === undefined ? bullet!.replace(/^[•●‣–—].*$/, '-') : plainNumber(number);
	return `${before}${marker} ${words}`;
}

/** A star is emphasis where an odd number of them follows, a sign before a digit belongs to it. */
const ITEM =
	/^([ \t>]*)(?:([-+]|\*(?=(?:[^*]*\*[^*]*\*)*[^*]*$)|[•●‣–—][ \t]*)|([0-9０-９]{1,9}(?:[.)]|[、．）][ \t]*)))([^\s\d\-+*=|].*)$/;

/** What stands behind the dash of an option of a command: `-a, --all`, `-n *NUMBER*`. */
const OPTION = /^[A-Za-z](?:[,|=]|\s+[*[<`])/;

/** `'１、'` => `'1.'` */
function plainNumber(number: string): string {
	return number
		.replace(/[０-９]/g, (digit) => String(WIDE_DIGITS.indexOf(digit)))
		.replace(/[、．]\s*$/, '.')
		.replace(/）\s*$/, ')');
}

const WIDE_DIGITS = '０１２３４５６７８９';

/**
 * Lines that were meant as items, up to a sound item or a blank line that none of them follows, as
 * such; lines between them stay what they are. Empty where the first line is no such item.
 */
export function spacedItems(lines: readonly string[]): string[] {
	const items: string[] = [];
	for (const [at, line] of lines.entries()) {
		const item = spacedItem(line);
		if (item === undefined && (items.length === 0 || isEnd(line, lines[at + 1] ?? ''))) break;
		items.push(item ?? line);
	}
	return items;
}

/**
 * The same with the lists that stand between them: up to a line that is indented less, or is no item
 * and indented as the first one.
 */
export function spacedSiblings(lines: readonly string[]): string[] {
	const depth = depthOf(lines[0] ?? '');
	const siblings: string[] = [];
	for (const line of lines) {
		const item = depthOf(line) === depth ? spacedItem(line) : undefined;
		const isBehind = !BLANK.test(line) && depthOf(line) <= depth;
		if (item === undefined && isBehind && !(depthOf(line) === depth && SOUND.test(line))) break;
		siblings.push(item ?? line);
	}
	return siblings;
}

/** Where the words or the marker of a line begin. */
export function depthOf(line: string): number {
	return /^[ \t>]*/.exec(line)![0].length;
}

function isEnd(line: string, next: string): boolean {
	return BLANK.test(line) ? spacedItem(next) === undefined : SOUND.test(line);
}

/** Index of the first of the lines that were meant as items, of which one is known; or of that one. */
export function firstOfItems(lines: readonly string[], known: number): number {
	let first = known;
	for (let at = known - 1; at >= 0 && !SOUND.test(lines[at]!); at--)
		if (spacedItem(lines[at]!) !== undefined) first = at;
		else if (BLANK.test(lines[at]!) && first !== at + 1) break;
	return first;
}

const BLANK = /^[ \t>]*$/;
/** An item. */
export const SOUND = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]/;
