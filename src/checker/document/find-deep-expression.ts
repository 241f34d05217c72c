import type { ParseError } from './document.ts';
import { createFenceTracker } from './fence-tracker.ts';

/**
 * Where the code of a page of MDX is so deep that the parser would exceed its stack, which ends the
 * process without a word: brackets within each other, or a chain of operators. Measured in a worker,
 * whose stack is the smaller one, 4,000 brackets and 8,000 operators are too many, and 100,000
 * characters do for all other chains (satteri 0.10.5, Node 24). Nobody writes a tenth of it.
 */
export function findDeepExpression(text: string): ParseError | undefined {
	const isShort = text.length <= LONGEST;
	if (isShort && (text.match(NESTING)?.length ?? 0) <= MOST) return undefined;
	const fences = createFenceTracker();
	let isImport = false;
	let [braces, length, depth, chain] = [0, 0, 0, 0];
	for (const [index, line] of text.split('\n').entries()) {
		if (braces === 0 && fences.holds(line)) continue;
		if (line.trim() === '') isImport = false;
		else if (braces === 0 && /^(?:import|export)\b/.test(line)) isImport = true;
		if (braces === 0 && !isImport) [length, depth, chain] = [0, 0, 0];
		// Inline code is no expression; an expression may hold it as a string.
		const code = braces > 0 || isImport ? line : line.replace(/`[^`]*`/g, '');
		const begins = braces > 0 || isImport ? 0 : code.indexOf('{');
		if (begins < 0) continue;
		length += code.length - begins;
		for (const [mark] of code.slice(begins).matchAll(MARKS)) {
			if (OPENS.has(mark)) depth++;
			else if (CLOSES.has(mark)) depth = Math.max(0, depth - 1);
			else chain++;
			if (mark === '{') braces++;
			else if (mark === '}') braces = Math.max(0, braces - 1);
			if (depth > MOST || chain > 2 * MOST) break;
		}
		const start = { line: index + 1, column: 1 };
		const at = { range: { start, end: start } };
		if (depth > MOST) return { reason: `code is nested more than ${MOST} levels deep`, ...at };
		if (chain > 2 * MOST) return { reason: `code has more than ${2 * MOST} operators`, ...at };
		if (length > LONGEST) return { reason: `code has more than ${LONGEST} characters`, ...at };
	}
	return undefined;
}

const MOST = 1000;
const LONGEST = 100_000;

/** What nests in the parser: brackets, and operators that take what follows as a whole. */
const NESTING = /[[({!~?=]|\*\*|\b(?:new|typeof|void|delete|await|yield|if|else)\b|\w:(?=\w)/g;
const MARKS = /[\][(){}!~?=]|\*\*|\b(?:new|typeof|void|delete|await|yield|if|else)\b|\w:(?=\w)/g;
const OPENS = new Set('[({');
const CLOSES = new Set('])}');
