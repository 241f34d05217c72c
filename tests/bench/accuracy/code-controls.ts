import { codeBlocks, commentOf, isProgram } from './code-block.ts';
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
];
