import { codeBlocks, commentOf, isProgram, type CodeLine } from './code-block.ts';
import type { Change, Control } from './fault.ts';
import { targetWords } from './target-words.ts';

/** Differences in code that no reader is hurt by. */
export const codeControls: readonly Control[] = [
	{
		id: 'code-comment-reworded',
		effect: 'altered',
		changes: (pair) => {
			const { target } = pair;
			const words = targetWords(pair);
			if (words.length < 12) return [];
			return codeBlocks(target).flatMap(({ family, lines }) =>
				lines.flatMap((line, row): Change[] => {
					const comment = commentOf(line, family);
					if (!comment) return [];
					const { from, to } = comment;
					const start = row % (words.length - 8);
					return [{ edits: [{ from, to, insert: words.slice(start, start + 6).join(' ') }] }];
				}),
			);
		},
	},
	{
		id: 'code-fence-tilde',
		effect: 'same',
		changes: ({ target }) =>
			codeBlocks(target)
				.filter(
					({ opening }) => opening.text.startsWith('```') && !/^`{3,}.*[`~]/.test(opening.text),
				)
				.map(({ opening, closing }) => ({
					edits: [opening, closing].map(({ from, to, text }) => ({
						from,
						to,
						insert: text.replace(/`{3,}/, '~~~'),
					})),
				})),
	},
	{
		id: 'code-fence-longer',
		effect: 'same',
		changes: ({ target }) =>
			codeBlocks(target).map(({ opening, closing }) => ({
				edits: [opening, closing].map(({ from, to, text }) => ({
					from,
					to,
					insert: text.replace(/([`~])\1{2,}/, '$&$1'),
				})),
			})),
	},
	{
		id: 'code-reindented',
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target).flatMap((block): Change[] => {
				const { family, lines, opening } = block;
				const isAtMargin = target.text[opening.from - 1] !== ' ';
				const isSafe = family === 'slash' && isProgram(block) && isAtMargin;
				if (!isSafe || lines.some(({ isInLiteral, text }) => isInLiteral || text.includes('\t')))
					return [];
				const edits = lines.flatMap(({ from, text }) => {
					const { length } = /^ */.exec(text)![0];
					return length > 0 ? [{ from, to: from, insert: ' '.repeat(length) }] : [];
				});
				return edits.length > 0 ? [{ edits }] : [];
			}),
	},
	{
		id: 'code-blank-line-added',
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target)
				.filter((block) => block.family === 'slash' && isProgram(block))
				.flatMap(({ lines }) => lines.slice(1))
				.filter(({ isInLiteral }) => !isInLiteral)
				.map(({ from }) => ({ edits: [{ from, to: from, insert: '\n' }] })),
	},
	{
		id: 'code-text-rewrapped',
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target)
				.filter(({ node }) => TEXT.test(node.lang ?? ''))
				// Letters that only look like others are judged by the block.
				.filter(({ node }) => !/\p{Script=Cyrillic}/u.test(node.value))
				.flatMap(({ lines }) => sentencesOver(lines))
				.map(([first, second]) => {
					// As an editor does that is a little narrower.
					const at = first.text.trimEnd().lastIndexOf(' ');
					const indentation = /^\s*/.exec(second.text)![0];
					const rest = `${first.text.slice(at + 1)} ${second.text.trim()}`;
					const insert = `${first.text.slice(0, at)}\n${indentation}${rest}`;
					return { edits: [{ from: first.from, to: second.to, insert }] };
				}),
	},
];

const TEXT = /^(?:md|mdx|markdown|text|txt)$/i;

/** Pairs of lines that a sentence runs over: the first is long, the second begins in small letters. */
function sentencesOver(lines: readonly CodeLine[]): [CodeLine, CodeLine][] {
	return lines.slice(1).flatMap((second, index): [CodeLine, CodeLine][] => {
		const first = lines[index]!;
		const isSentence = /\p{L}.{30,}[\p{L},]$/u.test(first.text) && /^\s*\p{Ll}/u.test(second.text);
		// A key of front matter, or a command with its comment.
		const isCode = /^\s*[\w-]+:|\s#\s/.test(second.text);
		return isSentence && !isCode ? [[first, second]] : [];
	});
}
