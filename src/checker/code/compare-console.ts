import { sameCode, sameComments, sameStrings } from './code-stream.ts';
import type { CodeComparison, CodeHunk, Comparison } from './compare-code.ts';
import { compareText } from './compare-text.ts';
import { compareTokens } from './compare-tokens.ts';
import { findHunks } from './find-hunks.ts';
import type { CodeGrammar } from './grammars.ts';
import { guessGrammars } from './guess-grammar.ts';
import { readAtoms, type CodeLine } from './code-line.ts';

/** `$ npm ci`, `me@host:~$ npm ci`, `PS C:\> npm ci`, `> npm ci` */
const PROMPT =
	/^\s*(?:\[?[\w.@-]+[@:][\w.@~:/ -]*\]?)?(?:[$%❯➜]|PS [^>]*>|[A-Z]:\\[^>]*>|>{1,3})\s+(?=\S)/;
const SURE_PROMPT =
	/^\s*(?:\[?[\w.@-]+[@:][\w.@~:/ -]*\]?)?(?:[$❯➜]|PS [^>]*>|[A-Z]:\\[^>]*>)\s+(?=[\w.])/;

export function hasPrompt(line: string): boolean {
	return SURE_PROMPT.test(line);
}

/** Compares a session in a terminal: what is typed is code, what is printed is text. */
export function compareConsole(comparison: Comparison): CodeComparison {
	const { sourceLines, targetLines, grammars } = comparison;
	const shell = grammars.find('shellscript');
	if (!shell || !sourceLines.some((line) => PROMPT.test(line))) {
		const isShell = shell && guessGrammars(sourceLines, grammars)[0] === shell;
		return isShell ? compareTokens(comparison, shell) : compareText(comparison);
	}
	const [source, target] = [split(sourceLines, shell), split(targetLines, shell)];
	const printed = compareText({ sourceLines: source.printed, targetLines: target.printed });
	const hasSameCode = sameCode(source.typed, target.typed);
	const hunks: CodeHunk[] = [...printed.hunks];
	if (!hasSameCode || !sameStrings(source.typed, target.typed))
		hunks.push(
			...findHunks(
				{ lines: sourceLines, read: source.typed },
				{ lines: targetLines, read: target.typed },
			),
		);
	hunks.sort((a, b) => a.sourceLine - b.sourceLine || a.targetLine - b.targetLine);
	if (!hasSameCode) return { verdict: 'code', hunks };
	if (hunks.length > 0) return { verdict: 'strings', hunks };
	const isSame = printed.verdict === 'same' && sameComments(source.typed, target.typed);
	return { verdict: isSame ? 'same' : 'comments', hunks };
}

interface Session {
	/** What is typed on each line; nothing where the line is printed. */
	readonly typed: readonly CodeLine[];
	/** What is printed on each line; empty where the line is typed. */
	readonly printed: readonly string[];
}

const NOTHING = readAtoms([]);

function split(lines: readonly string[], shell: CodeGrammar): Session {
	const typed: CodeLine[] = [];
	const printed: string[] = [];
	let state: ReturnType<CodeGrammar['read']>['state'] | undefined;
	for (const line of lines) {
		const prompt = PROMPT.exec(line)?.[0];
		const isComment = /^\s*#\s/.test(line);
		if (prompt === undefined && state === undefined && !isComment) {
			typed.push(NOTHING);
			printed.push(line);
			continue;
		}
		const command = line.slice(prompt?.length ?? 0);
		const reading = shell.read([command], prompt === undefined ? state : undefined);
		typed.push(reading.lines[0]!);
		printed.push('');
		state = command.trimEnd().endsWith('\\') ? reading.state : undefined;
	}
	return { typed, printed };
}
