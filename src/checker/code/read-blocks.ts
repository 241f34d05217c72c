import { isLong } from './differing-part.ts';
import { isDoubtful, isFlat, isFlatComment } from './flat-code.ts';
import type { CodeGrammar } from './grammars.ts';
import { readComment, readShared, type CodeLine } from './code-line.ts';
import { trimCode } from './odd-spaces.ts';
import { plainGrammar } from './plain-grammar.ts';
import { DEPTH_IS_CODE } from './yaml-depths.ts';

/** The lines of a source block and of its translation; lines that both end with may be left out. */
export interface BothRead {
	readonly source: readonly CodeLine[];
	readonly target: readonly CodeLine[];
}

/**
 * Reads two blocks that translate each other. Where nothing runs on from line to line, only lines
 * that differ are read, each by itself: the grammar is what costs time.
 */
export function readBlocks(
	source: readonly string[],
	target: readonly string[],
	grammar: CodeGrammar,
): BothRead {
	// Long code is compared by its lines alone.
	if (isLong(source) || isLong(target)) return readWhole(source, target, plainGrammar);
	return readFlat(source, target, grammar) ?? readWhole(source, target, grammar);
}

function readFlat(
	source: readonly string[],
	target: readonly string[],
	grammar: CodeGrammar,
): BothRead | undefined {
	const { name } = grammar;
	if (!isFlat(source, name) || !isFlat(target, name)) return undefined;
	const shared = countShared(source, target);
	const isOwn = (line: string): boolean =>
		shared.get(trimCode(line)) !== 0 && !isFlatComment(line, name);
	if ([...source, ...target].some((line) => isOwn(line) && isDoubtful(line, name)))
		return undefined;
	const read = (line: string): CodeLine => {
		if (line.trim() === '') return EMPTY;
		if (isFlatComment(line, name)) return readComment(line);
		return isOwn(line) ? grammar.read([line]).lines[0]! : readShared(trimCode(line));
	};
	return { source: source.map(read), target: target.map(read) };
}

const EMPTY = readShared('');

/** Lines by their text, and how many more of them the source has than the target. */
function countShared(source: readonly string[], target: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [lines, step] of [
		[source, 1],
		[target, -1],
	] as const)
		for (const line of lines) {
			const text = trimCode(line);
			counts.set(text, (counts.get(text) ?? 0) + step);
		}
	return counts;
}

/** Reads from the start; what both blocks end with only where it may mean something else. */
function readWhole(
	source: readonly string[],
	target: readonly string[],
	grammar: CodeGrammar,
): BothRead {
	let end = commonEnd(source, target);
	// The line behind a difference shows whether that lies beside it.
	if (DEPTH_IS_CODE.has(grammar.name)) end = Math.max(0, end - 1);
	const before = grammar.read(source.slice(0, source.length - end));
	const after = grammar.read(target.slice(0, target.length - end));
	if (end === 0 || before.state === after.state)
		return { source: before.lines, target: after.lines };
	const rest = source.slice(source.length - end);
	return {
		source: [...before.lines, ...grammar.read(rest, before.state).lines],
		target: [...after.lines, ...grammar.read(rest, after.state).lines],
	};
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
	const shorter = Math.min(a.length, b.length);
	let length = 0;
	while (length < shorter && a.at(-1 - length) === b.at(-1 - length)) length++;
	return length;
}
