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
	const [ours, theirs] = [directivesOf(source), directivesOf(target)];
	const longer = ours.length > theirs.length ? ours : theirs;
	const at = longer.findIndex((_, i) => ours[i]?.name !== theirs[i]?.name);
	if (at < 0) return undefined;
	const [sourceLines, targetLines] = [source, target].map(({ code }) => code.split('\n')) as [
		string[],
		string[],
	];
	// Of two lists of one length, what stands at the same place was altered; else it is lost or new.
	const from = ours.length < theirs.length ? undefined : ours[at]!.line;
	const to = theirs.length < ours.length ? undefined : theirs[at]!.line;
	const isLineByLine = sourceLines.length === targetLines.length;
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

interface Directive {
	/** With its mark. */
	readonly name: string;
	/** Zero-based. */
	readonly line: number;
}

function directivesOf({ code }: CodeText): Directive[] {
	const directives: Directive[] = [];
	let [line, read] = [0, 0];
	for (const { 0: text, index } of code.matchAll(DIRECTIVE)) {
		for (; read < index; read++) if (code[read] === '\n') line++;
		directives.push({ name: text.replace(/\s+/g, ' '), line });
	}
	return directives;
}
