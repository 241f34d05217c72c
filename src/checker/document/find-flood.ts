import { MOST_LEVELS } from '../markdown-tree.ts';
import type { ParseError } from './document.ts';
import { createFenceTracker } from './fence-tracker.ts';

/**
 * Marks in one paragraph from which the parser's time, which grows with their square, exceeds half a
 * second (satteri 0.10.5, Node 24). No paragraph that people read comes near.
 */
const MOST_MARKS = 5000;

/**
 * Characters of front matter from which its parser, which takes the square of keys and of aliases,
 * exceeds half a second. What describes a page has a hundredth of it.
 */
const LONGEST_HEAD = 100_000;

/**
 * Where a text would keep the parser busy for minutes or hours: a thousand quotations within each
 * other, a paragraph of nothing but braces. `undefined` for every text that anybody wrote.
 */
export function findFlood(text: string, isMdx: boolean): ParseError | undefined {
	if (hasLongHead(text)) {
		const start = { line: 1, column: 1 };
		const reason = 'its front matter has more than 100,000 characters';
		return { reason, range: { start, end: start } };
	}
	const marks = isMdx ? MARKS_OF_MDX : MARKS;
	// Elements may stay open from one paragraph to the next.
	const isLong = text.length > MOST_MARKS;
	const mayStayOpen = isMdx && isLong && (text.match(marks)?.length ?? 0) > MOST_MARKS;
	if (!mayStayOpen && isHarmless(text)) return undefined;
	const fences = createFenceTracker();
	let count = 0;
	let tags = 0;
	let isHtml = false;
	let begins = true;
	for (const [index, line] of text.split('\n').entries()) {
		const isCode = fences.holds(line);
		const start = { line: index + 1, column: 1 };
		if (isCode || line.trim() === '' || BEGINS_BLOCK.test(line)) {
			count = 0;
			begins = true;
			if (isCode) continue;
		}
		if (countLevels(line) > MOST_LEVELS)
			return {
				reason: `it is nested more than ${MOST_LEVELS} levels deep`,
				range: { start, end: start },
			};
		if (begins) isHtml = !isMdx && /^\s*<[/!?]?[a-z][\w-]*(?:[\s>/]|$)/i.test(line);
		begins = line.trim() === '';
		if (isHtml) continue;
		if (isMdx) tags += countTags(line);
		if (tags > MOST_MARKS)
			return {
				reason: `more than ${MOST_MARKS} elements are open`,
				range: { start, end: start },
			};
		count += line.match(marks)?.length ?? 0;
		if (count > MOST_MARKS)
			return {
				reason: `one paragraph holds more than ${MOST_MARKS} marks such as \`{\`, \`&\`, \`:\` and \`<\``,
				range: { start, end: start },
			};
	}
	return undefined;
}

/** Tells nearly every text at a glance: no paragraph has so many characters, and no line begins deep. */
function isHarmless(text: string): boolean {
	let paragraph = 0;
	for (let from = 0; from < text.length;) {
		const end = text.indexOf('\n', from);
		const to = end < 0 ? text.length : end;
		paragraph = ENDS_PARAGRAPH.has(text[from]!) ? to - from : paragraph + to - from;
		if (paragraph > MOST_MARKS) return false;
		if (to - from >= MOST_LEVELS && DEEP_LINE.test(text.slice(from, from + MOST_LEVELS)))
			return false;
		from = to + 1;
	}
	return true;
}

/** First characters of a line that is blank, or begins a block. */
const ENDS_PARAGRAPH = new Set('\n\r|#>*-+');

function hasLongHead(text: string): boolean {
	if (text.length <= LONGEST_HEAD) return false;
	const [opening, mark] = /^(---|\+\+\+)[ \t]*\r?\n/.exec(text) ?? [];
	if (opening === undefined) return false;
	const end = text.slice(opening.length).search(mark === '---' ? END_OF_YAML : END_OF_TOML);
	return end > LONGEST_HEAD;
}

const END_OF_YAML = /^---[ \t]*\r?$/m;
const END_OF_TOML = /^\+\+\+[ \t]*\r?$/m;

/** The beginning of a line that may open containers all the way. */
const DEEP_LINE = /^[ \t>*+\-\d.)]*$/;

const MARKS = /&(?=[a-z#])|:(?=[a-z])|<(?=[a-z]+:)|\]:/gi;
const MARKS_OF_MDX = /\{|&(?=[a-z#])|:(?=[a-z])|<(?=\/?[a-z])|\]:/gi;

/** Lines that no paragraph reaches beyond. */
const BEGINS_BLOCK = /^[ \t]*(?:[-*+>|#]|\d{1,9}[.)][ \t])/;

/** How many elements a line leaves open; negative where it closes more. */
function countTags(line: string): number {
	const opened = line.match(/<(?=[A-Za-z>])/g)?.length ?? 0;
	return opened - (line.match(/<\/|\/>/g)?.length ?? 0);
}

/** How many quotations and list items a line opens. */
function countLevels(line: string): number {
	if (line.length < MOST_LEVELS || RULE.test(line)) return 0;
	const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
	let levels = 0;
	while (levels <= MOST_LEVELS && marker.test(line)) levels++;
	return levels;
}

/** A line of dashes, however long, is a rule. */
const RULE = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)\r?$/;
