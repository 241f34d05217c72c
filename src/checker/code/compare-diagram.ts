import { sameCode } from './code-stream.ts';
import type { CodeComparison, Comparison } from './compare-code.ts';
import { asStrings } from './compare-text.ts';
import { diagramKind, withoutWords } from './diagram-words.ts';
import { findHunks } from './find-hunks.ts';
import { tagName } from './language-tags.ts';
import { atomsOf, readAtoms, type CodeLine } from './code-line.ts';

/**
 * Compares the source of diagrams: labels are free, names of nodes and arrows between them stay.
 * Where it is not known for sure what is a label, a difference may be one of words.
 */
export function compareDiagram({ source, sourceLines, targetLines }: Comparison): CodeComparison {
	const language = tagName(source.language);
	// Of a long diagram, only the lines around a difference are at hand.
	const kind = diagramKind(language, source.code);
	const [before, after] = [sourceLines, targetLines].map((lines) =>
		withoutWords(lines, kind, language).map((line) => readAtoms(atomsOf(line))),
	) as [CodeLine[], CodeLine[]];
	if (sameCode(before, after)) return { verdict: 'comments', hunks: [] };
	const hunks = findHunks(
		{ lines: sourceLines, read: before },
		{ lines: targetLines, read: after },
	);
	return kind === 'other'
		? { verdict: 'strings', hunks: asStrings(hunks) }
		: { verdict: 'code', hunks };
}
