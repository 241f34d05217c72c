import { MOST_LEVELS } from '../markdown-tree.ts';
import type { ParseError } from './document.ts';
import { createFenceTracker } from './fence-tracker.ts';
import { findDeepExpression } from './find-deep-expression.ts';

/**
 * Marks in one paragraph from which the parser's time, which grows with their square, exceeds half a
 * second (satteri 0.10.5, Node 24). No paragraph that people read comes near.
 */
const MOST_MARKS = 5000;

/**
 * The same for the cells of one table, each of which is parsed by itself: 20,000 take two seconds. A
 * table of a thousand options has a few thousand.
 */
const MOST_MARKS_OF_TABLE = 20_000;

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
	const deep = isMdx ? findDeepExpression(text) : undefined;
	if (deep) return deep;
	// Elements may stay open from one paragraph to the next.
	const isLong = text.length > MOST_MARKS;
	const mayStayOpen = isMdx && isLong && (text.match(marks)?.length ?? 0) > MOST_MARKS;
	if (!mayStayOpen && isHarmless(text)) return undefined;
	const fences = createFenceTracker();
	let count = 0;
	let tags = 0;
	let isRaw = false;
	let begins = true;
	let isTable = false;
	let inTable = 0;
	const lines = text.split('\n');
	for (const [index, line] of lines.entries()) {
		const isCode = fences.holds(line);
		const start = { line: index + 1, column: 1 };
		const isBlank = line.trim() === '';
		isTable = !isBlank && (isTable || isDelimiterRow(line, lines[index - 1] ?? ''));
		inTable = isTable && !isCode ? inTable + (line.match(marks)?.length ?? 0) : 0;
		if (inTable > MOST_MARKS_OF_TABLE)
			return {
				reason: `one table holds more than ${MOST_MARKS_OF_TABLE} marks such as \`&\`, \`:\` and \`<\``,
				range: { start, end: start },
			};
		if (isCode || isBlank || isTable || BEGINS_BLOCK.test(line)) {
			count = 0;
			begins = true;
			if (isCode) continue;
		}
		if (countLevels(line) > MOST_LEVELS)
			return {
				reason: `it is nested more than ${MOST_LEVELS} levels deep`,
				range: { start, end: start },
			};
		if (begins) isRaw = (isMdx ? BEGINS_MODULE : BEGINS_HTML).test(line);
		begins = line.trim() === '';
		if (isRaw) continue;
		if (isMdx) tags += countTags(line);
		if (tags > MOST_MARKS)
			return {
				reason: `more than ${MOST_MARKS} elements are open`,
				range: { start, end: start },
			};
		count += (line.match(marks)?.length ?? 0) + (line.match(LIGHTER_MARKS)?.length ?? 0) / 4;
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
		const isOther = MARKER.has(text[from]!) && MARKER_END.has(text[from + 1]!);
		const isBlank = to === from || (to - from === 1 && text[from] === '\r');
		paragraph = isOther || isBlank ? to - from : paragraph + to - from;
		if (paragraph > MOST_MARKS) return false;
		if (to - from >= MOST_LEVELS && DEEP_LINE.test(text.slice(from, from + MOST_LEVELS)))
			return false;
		from = to + 1;
	}
	return true;
}

/** What begins most items and headings, and what follows it. */
const MARKER = new Set('#*-+');
const MARKER_END = new Set('# \t');

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

const MARKS = /&(?=[a-z#])|:(?!\/\/)|<(?=[a-z]+:)/gi;
const MARKS_OF_MDX = /\{|&(?=[a-z#])|:(?!\/\/)|<(?=\/?[a-z])/gi;

/** Marks of which four cost as much as one of the others. */
const LIGHTER_MARKS = /_(?=[\p{L}\d_])|@|www\.|\\$|^==/giu;

const BEGINS_MODULE = /^(?:import|export)\b/;

/** Elements whose text is not parsed, by CommonMark, section 4.6: of its sixth kind those that hold much. */
const BEGINS_HTML =
	/^ {0,3}(?:<(?:script|pre|style|textarea|[!?])|<\/?(?:article|aside|blockquote|body|center|details|div|dl|figure|footer|form|h[1-6]|head|header|html|iframe|li|link|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)(?:[\s/>]|$)|<\/?[a-z][\w-]*(?:\s[^<>]*)?>\s*$)/i;

/** Lines at which a paragraph ends. Quotations are searched to their end from wherever a mark is. */
const BEGINS_BLOCK = /^[ \t]*(?:[-*+]|#{1,6}|\d{1,9}[.)])[ \t]/;

/** `isDelimiterRow('| - | :-: |', '| a | b |')` => `true`: cells of a table are parsed one by one */
function isDelimiterRow(line: string, header: string): boolean {
	return DELIMITERS.test(line) && line.includes('|') && cells(line) === cells(header);
}

const DELIMITERS = /^[ \t]*[|:-][ \t|:-]*\r?$/;

function cells(row: string): number {
	const inner = row.replace(/^[ \t]*\|?/, '').replace(/\|[ \t\r]*$/, '');
	return inner.replaceAll('\\|', '').split('|').length;
}

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
