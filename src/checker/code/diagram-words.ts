import type { CodeComment } from './comments-of.ts';

/** How a diagram is written: three kinds of Mermaid, and everything else. */
export type DiagramKind = 'flowchart' | 'state' | 'sequence' | 'other';

/**
 * The kind of a diagram, by its first line that says something.
 *
 * @param language name of the fence's tag
 */
export function diagramKind(language: string, code: string): DiagramKind {
	if (!/^(?:mermaid|mmd)$/.test(language)) return 'other';
	const [, header] = /^(?:[^\S\n]*(?:%%.*)?\n)*[^\S\n]*([\w-]+)/.exec(code) ?? [];
	if (header === 'flowchart' || header === 'graph') return 'flowchart';
	if (header === 'stateDiagram' || header === 'stateDiagram-v2') return 'state';
	return header === 'sequenceDiagram' ? 'sequence' : 'other';
}

/** Lines of a diagram without what is translated: labels, messages, notes, the text alternative. */
export function withoutWords(
	lines: readonly string[],
	kind: DiagramKind,
	language: string,
): readonly string[] {
	if (kind === 'other') return lines.map((line) => withoutLabels(line, language));
	let end: RegExp | undefined;
	return lines.map((line) => {
		if (end) {
			if (end.test(line)) end = undefined;
			return '';
		}
		if (/^\s*accDescr\s*\{[^}]*$/.test(line)) end = /\}/;
		else if (kind === 'state' && /^\s*note\s[^:]*$/i.test(line)) end = /^\s*end\s+note\b/i;
		return line.length > LONGEST_LINE ? line : strip(line, WORDS[kind]);
	});
}

/** Words that a reader of the page never sees drawn: the text alternative, and comments. */
export function unseenWords(lines: readonly string[]): readonly CodeComment[] {
	return lines.flatMap((line, index) => {
		const found = /^(\s*)(?:acc(?:Title|Descr)\s*:|%%(?!\{))\s*(\S.*)$/.exec(line);
		return found ? [{ line: index, column: found[1]!.length, text: found[2]!.trimEnd() }] : [];
	});
}

/** Brackets of longer lines are not looked for: nobody draws so. */
const LONGEST_LINE = 2_000;

type Replacement = readonly [RegExp, string];

const QUOTES: Replacement = [/"(?:\\.|[^"\\])*"/g, '""'];
const EVERYWHERE: readonly Replacement[] = [
	[/^\s*%%(?!\{).*/, ''],
	[/^(\s*acc(?:Title|Descr)\b).*/, '$1'],
	QUOTES,
];
/** Labels of nodes, and of arrows. */
const BRACKETS: readonly Replacement[] = [
	[/\[[^\]]*\]/g, '[]'],
	[/\((?=[^)])[^)]*\)/g, '()'],
	[/\{[^}]+\}/g, '{}'],
	[/\|[^|]*\|/g, '||'],
];
const BEHIND_COLON: Replacement = [/(^|[^:]):(?!:).*/, '$1:'];
const WORDS: Readonly<Record<Exclude<DiagramKind, 'other'>, readonly Replacement[]>> = {
	flowchart: [
		...EVERYWHERE,
		...BRACKETS,
		[/(\s(?:--|-\.|==))\s+\S.*?\s(?=(?:--|==)[->=]|\.?->|\.-)/g, '$1 '],
		[/^(\s*subgraph\b)(?!\s+[\w-]+\s*\[).*/, '$1'],
	],
	state: [...EVERYWHERE, BEHIND_COLON],
	sequence: [
		...EVERYWHERE,
		[/^(\s*(?:alt|else|opt|loop|par|and|critical|option|break|box|title)\b).*/, '$1'],
		[/^(\s*(?:create\s+)?(?:participant|actor)\s+\S+\s+as\s).*/, '$1'],
		BEHIND_COLON,
	],
};

function strip(line: string, replacements: readonly Replacement[]): string {
	return replacements.reduce((left, [words, rest]) => left.replace(words, rest), line);
}

/** `A[Take the order] -->|paid| B` // => 'A[] -->|| B' */
function withoutLabels(line: string, language: string): string {
	if (line.length > LONGEST_LINE) return line;
	const bare = line.replace(...QUOTES);
	if (/^(?:dot|graphviz|gv)$/.test(language)) return bare.replace(/(?:\/\/|^\s*#).*/, '');
	return strip(bare.replace(/^\s*(?:%%(?!\{).*|'.*|#\s.*)/, ''), BRACKETS)
		.replace(/^(\s*(?:title|section|caption|accTitle|accDescr|box)\b).*/i, '$1')
		.replace(/(\s--?)\s+[^-\s>|][^->|]*?\s+(?=--?)/, '$1 ')
		.replace(/^(\s*(?:participant|actor|state)\s+\S+\s+as\s).*/i, '$1')
		.replace(/(:)(?!:)(?![^\s{]).*?(?=\{|$)/, '$1');
}
