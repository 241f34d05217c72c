import type { Match } from '../alignment/alignment.ts';
import type { CodeHunk } from '../code/compare-code.ts';
import { familyOf, tagName } from '../code/language-tags.ts';
import { excerptsOf } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Remark, Rule } from '../rule.ts';
import { tellApart } from '../safety/tell-apart.ts';

/**
 * Code that a translator should only have copied. Readers run it: a changed token is another
 * program. White space and comments may differ; text within string literals is `code-strings`.
 */
export const codeDrift: Rule<Pair> = {
	id: 'code-drift',
	severity: 'error',
	description: 'Code that differs from the source by more than comments, white space and strings.',
	messages: {
		changed:
			'Code differs from the source: expected `{expected}`, found `{found}`. Copy the code of the source, and keep only its comments translated.',
		diagram:
			'The diagram differs from the source: expected `{expected}`, found `{found}`. Keep its names and arrows, and translate only the words that are drawn.',
		directive:
			'A comment for tools differs from the source: expected `{expected}`, found `{found}`. Copy it from the source.',
		missing: 'Code of the source is missing: `{expected}`. Copy it from the source.',
		extra: 'The source has no code `{found}`. Remove it.',
	},
	fixable: ['changed', 'missing', 'extra'],
	check: (pair) => driftOf(pair, 'code'),
};

/** Remarks on matched code blocks whose gravest difference is of one kind, one for each block. */
export function* driftOf(pair: Pair, kind: CodeHunk['kind']): Generator<Remark> {
	for (const [match, { verdict, hunks }] of pair.comparisons) {
		const first = verdict === kind && hunks.find((hunk) => hunk.kind === kind);
		if (!first) continue;
		const lines = tellApart(first.sourceLines[0] ?? '', first.targetLines[0] ?? '');
		const [expected, found] = excerptsOf(...lines, 100);
		const changed = first.isDirective
			? 'directive'
			: kind === 'code' && isDiagram(match)
				? 'diagram'
				: 'changed';
		yield {
			file: pair.target,
			messageId: lines[1] === '' ? 'missing' : lines[0] === '' ? 'extra' : changed,
			data: { expected, found },
			// A line of the source would bring its words; a repair keeps comments.
			...((isDiagram(match) || first.isDirective) && { isFixable: false }),
			range: rangeOf(match, 'target', first.targetLine, first.targetLines),
			source: rangeOf(match, 'source', first.sourceLine, first.sourceLines),
			differences: hunks.map(({ sourceLines, targetLines, targetLine }) => ({
				expected: sourceLines,
				found: targetLines,
				line: match.target.span.start.line + match.target.code!.firstLine + targetLine,
			})),
		};
	}
}

function isDiagram({ source }: Match): boolean {
	return familyOf(tagName(source.code!.language)) === 'diagram';
}

function rangeOf(match: Match, side: 'source' | 'target', from: number, lines: readonly string[]) {
	const { span, code } = match[side];
	const line = span.start.line + code!.firstLine + from;
	const last = lines.at(-1);
	const column = span.start.column;
	if (last === undefined) return { start: { line, column }, end: { line, column } };
	const indentation = /^\s*/.exec(lines[0]!)![0].length;
	return {
		start: { line, column: column + indentation },
		end: { line: line + lines.length - 1, column: column + last.trimEnd().length },
	};
}
