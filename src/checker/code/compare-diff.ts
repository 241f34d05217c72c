import { sameCode, sameComments, sameStrings } from './code-stream.ts';
import type { CodeComparison, Comparison } from './compare-code.ts';
import { findHunks, type ReadBlock } from './find-hunks.ts';
import type { CodeGrammar } from './grammars.ts';
import { guessGrammar } from './guess-grammar.ts';
import { readAtoms, type CodeLine } from './code-line.ts';
import { readLine } from './read-line.ts';

/** Compares patches: the sign of each line is code, as is the rest, in the language of the meta. */
export function compareDiff({
	source,
	sourceLines,
	targetLines,
	grammars,
}: Comparison): CodeComparison {
	const named = /\blang(?:uage)?=["']?([\w+#-]+)/.exec(source.meta)?.[1];
	const grammar =
		(named === undefined ? undefined : grammars.find(named)) ??
		guessGrammar(sourceLines.map(withoutSign), grammars);
	const [before, after] = [read(sourceLines, grammar), read(targetLines, grammar)];
	const hasSameCode = sameCode(before.read, after.read);
	if (hasSameCode && sameStrings(before.read, after.read))
		return {
			verdict: sameComments(before.read, after.read) ? 'same' : 'comments',
			hunks: [],
		};
	return { verdict: hasSameCode ? 'strings' : 'code', hunks: findHunks(before, after) };
}

/** Lines that say what is compared and where. */
const HEADER = /^(?:diff |index |--- |\+\+\+ |@@|\\ |old mode|new mode|similarity|rename )/;

function withoutSign(line: string): string {
	if (HEADER.test(line)) return '';
	return /^[+\- ]/.test(line) ? line.slice(1) : line;
}

function read(lines: readonly string[], grammar: CodeGrammar | undefined): ReadBlock {
	const codes = lines.map(withoutSign);
	const reading = grammar?.read(codes).lines ?? codes.map((code) => readLine(code, undefined));
	return { lines, read: reading.map((line, i) => withSign(line, lines[i]!)) };
}

function withSign(line: CodeLine, text: string): CodeLine {
	if (HEADER.test(text)) return readAtoms(text.split(/\s+/));
	const sign = /^[+-]/.exec(text)?.[0];
	if (sign === undefined) return line;
	return { ...readAtoms([sign, ...line.atoms]), comments: line.comments };
}
