import { sameCode } from './code-stream.ts';
import type { CodeComparison, Comparison } from './compare-code.ts';
import { asStrings } from './compare-text.ts';
import { findHunks } from './find-hunks.ts';
import { tagName } from './language-tags.ts';
import { atomsOf, readAtoms, type CodeLine } from './code-line.ts';

/** Compares the source of diagrams: labels are free, names of nodes and arrows between them stay. */
export function compareDiagram({ source, sourceLines, targetLines }: Comparison): CodeComparison {
	const language = tagName(source.language);
	const [before, after] = [sourceLines, targetLines].map((lines) =>
		lines.map((line) => readAtoms(atomsOf(withoutLabels(line, language)))),
	) as [CodeLine[], CodeLine[]];
	if (sameCode(before, after)) return { verdict: 'comments', hunks: [] };
	const hunks = findHunks(
		{ lines: sourceLines, read: before },
		{ lines: targetLines, read: after },
	);
	return { verdict: 'strings', hunks: asStrings(hunks) };
}

/** Brackets of longer lines are not looked for: nobody draws so. */
const LONGEST_LINE = 2_000;

/** `A[Take the order] -->|paid| B` // => 'A[] -->|| B' */
function withoutLabels(line: string, language: string): string {
	if (line.length > LONGEST_LINE) return line;
	const bare = line.replace(/"(?:\\.|[^"\\])*"/g, '""');
	if (/^(?:dot|graphviz|gv)$/.test(language)) return bare.replace(/(?:\/\/|^\s*#).*/, '');
	return bare
		.replace(/^\s*(?:%%(?!\{).*|'.*|#\s.*)/, '')
		.replace(/\[[^\]]*\]/g, '[]')
		.replace(/\((?=[^)])[^)]*\)/g, '()')
		.replace(/\{[^}]+\}/g, '{}')
		.replace(/\|[^|]*\|/g, '||')
		.replace(/^(\s*(?:subgraph|title|section|caption|accTitle|accDescr|box)\b).*/i, '$1')
		.replace(/(\s--?)\s+[^-\s>|][^->|]*?\s+(?=--?)/, '$1 ')
		.replace(/^(\s*(?:participant|actor|state)\s+\S+\s+as\s).*/i, '$1')
		.replace(/(:)(?!:)(?![^\s{]).*?(?=\{|$)/, '$1');
}
