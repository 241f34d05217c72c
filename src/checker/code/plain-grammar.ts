import type { CodeGrammar } from './grammars.ts';
import { readLine } from './read-line.ts';

/** The grammar of code that no other one reads in time: each line is one atom. */
export const plainGrammar: CodeGrammar = {
	name: '',
	read: (lines) => ({
		lines: lines.map((line) => readLine(line, undefined)),
		state: { stack: null, known: new Map() },
	}),
};
