import type { CodeComment } from '../code/comments-of.ts';
import type { Block } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { Rule } from '../rule.ts';

/** Comments in code that still speak the language of the source, told once for each block. */
export const untranslatedComment: Rule<Pair> = {
	id: 'untranslated-comment',
	severity: 'warning',
	description: 'A comment in code that is still in the language of the source.',
	messages: {
		comment:
			'This comment is not translated: `{excerpt}`. Translate it, and leave the code as it is.',
		several:
			'{count} comments of this block are not translated: {excerpts}. Translate them, and leave the code as it is.',
	},
	*check(pair) {
		for (const { source: from, target: to } of pair.alignment.code) {
			const [first, ...others] = pair.commentsOf(to).flatMap((comment) => {
				const left = findLeft(comment, pair);
				if (!left) return [];
				const line = to.span.start.line + to.code!.firstLine + comment.line + left.row;
				return { text: left.text, line, column: to.span.start.column + comment.column };
			});
			if (!first) continue;
			const { text, line, column } = first;
			yield {
				file: pair.target,
				messageId: others.length === 0 ? 'comment' : 'several',
				data: {
					excerpt: excerpt(text),
					excerpts: list([first, ...others].map((each) => each.text)),
					count: String(others.length + 1),
				},
				range: { start: { line, column }, end: { line, column } },
				source: placeIn(from, text),
			};
		}
	},
};

/** Comments that are quoted; the others are counted. */
const MOST_QUOTED = 4;
const LONGEST_QUOTED = 40;

function list(texts: readonly string[]): string {
	const quoted = texts.slice(0, MOST_QUOTED).map((text) => `\`${excerpt(text, LONGEST_QUOTED)}\``);
	const rest = texts.length - quoted.length;
	const named = rest > 0 ? [...quoted, `${rest} more`] : quoted;
	// To make one takes 17 ms the first time, for something that most pages never need.
	return new Intl.ListFormat('en-GB').format(named);
}

/** What of a comment is not translated: all of it, or the first such line. */
function findLeft(
	{ text: comment }: CodeComment,
	pair: Pair,
): { text: string; row: number } | undefined {
	const isLeft = (text: string): boolean =>
		pair.suspects.comments.has(text) && pair.findUntranslated(text, text) !== undefined;
	const whole = isLeft(comment) ? { text: comment, row: 0 } : undefined;
	const lines = comment.split('\n');
	if (lines.length === 1 || lines.every((line) => pair.source.text.includes(line))) return whole;
	const row = lines.findIndex(isLeft);
	return row < 0 ? whole : { text: lines[row]!, row };
}

/** Where the source's block has the first words of a comment. */
function placeIn({ span, code }: Block, text: string): Range {
	const words = text.split('\n')[0]!;
	const row = code!.code.split('\n').findIndex((line) => line.includes(words));
	if (row < 0) return span;
	const start = { line: span.start.line + code!.firstLine + row, column: span.start.column };
	return { start, end: start };
}
