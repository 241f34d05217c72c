import type { CodeHunk, CodeText } from './compare-code.ts';

/**
 * Comments that tools act on: they mark lines for the reader, number notes, or silence compilers and
 * linters. What is said behind their name is for people.
 */
const DIRECTIVE = new RegExp(
	[
		String.raw`\[!code [^\]\n]{1,60}\]`,
		String.raw`(?:\/\/|\/\*|<!--|#|--|;|%)[ \t]{0,8}(?:${[
			'highlight-(?:next-line|start|end)(?![\\w-])',
			'@ts-(?:expect-error|ignore|nocheck|check)\\b',
			'(?:eslint|stylelint|biome|oxlint|markdownlint|textlint)-[a-z-]{4,40}',
			'prettier-ignore(?:-start|-end)?(?![\\w-])',
			'type:[ \\t]?ignore\\b',
			'noqa\\b',
			'(?:pylint|shellcheck|rubocop):?[ \\t](?:disable|enable)\\b',
			'hadolint ignore=',
			'fmt: (?:off|on|skip)\\b',
			'pragma: no cover\\b',
			'syntax=\\S{1,60}',
			'go:(?:build|embed|generate)\\b',
			// Notes of MkDocs: a number alone.
			'\\(\\d{1,3}\\)!?(?=[ \\t]*(?:(?:-->|\\*\\/)[ \\t]*)?\\r?$)',
		].join('|')})`,
	].join('|'),
	'gm',
);

/** The first directive in which two blocks differ; `undefined` if they have the same in one order. */
export function compareDirectives(source: CodeText, target: CodeText): CodeHunk | undefined {
	const [sourceLines, targetLines] = [source.code.split('\n'), target.code.split('\n')];
	const isLineByLine = sourceLines.length === targetLines.length;
	// Most blocks have the same lines but for a few comments.
	if (isLineByLine && sourceLines.every((line, i) => haveSameDirectives(line, targetLines[i]!)))
		return undefined;
	const [ours, theirs] = [directivesOf(sourceLines), directivesOf(targetLines)];
	const longer = ours.length > theirs.length ? ours : theirs;
	const at = longer.findIndex((_, i) => ours[i]?.name !== theirs[i]?.name);
	if (at < 0) return undefined;
	// Of two lists of one length, what stands at the same place was altered; else it is lost or new.
	const from = ours.length < theirs.length ? undefined : ours[at]!.line;
	const to = theirs.length < ours.length ? undefined : theirs[at]!.line;
	const lineIn = (lines: readonly string[], own: number | undefined, other: number | undefined) =>
		own === undefined && !isLineByLine ? [] : [lines[own ?? other!]!];
	return {
		...{ kind: 'code', isDirective: true },
		sourceLine: from ?? Math.min(to!, sourceLines.length),
		sourceLines: lineIn(sourceLines, from, to),
		targetLine: to ?? Math.min(from!, targetLines.length),
		targetLines: lineIn(targetLines, to, from),
	};
}

function haveSameDirectives(line: string, other: string): boolean {
	return line === other || namesIn(line).join('\n') === namesIn(other).join('\n');
}

interface Directive {
	/** With its mark. */
	readonly name: string;
	/** Zero-based. */
	readonly line: number;
}

function directivesOf(lines: readonly string[]): Directive[] {
	return lines.flatMap((text, line) => namesIn(text).map((name) => ({ name, line })));
}

function namesIn(line: string): string[] {
	return line.match(DIRECTIVE)?.map((name) => name.replace(/\s+/g, ' ')) ?? [];
}
