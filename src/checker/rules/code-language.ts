import { grammarName } from '../code/grammar-name.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { isSureCode } from '../sure-change.ts';

/** A fence of another language: it is coloured, and tested, as something else. */
export const codeLanguage: Rule<Pair> = {
	id: 'code-language',
	severity: 'error',
	description: 'A code block whose fence names another language than in the source.',
	messages: {
		other:
			'The fence has the language `{found}`, expected `{expected}`. Write the language of the source.',
		none: 'The fence has no language, expected `{expected}`. Write the language of the source.',
		extra: 'The fence has the language `{found}`, expected none. Write the fence as in the source.',
	},
	fixable: ['other', 'none', 'extra'],
	*check({ target, alignment }) {
		for (const { source: from, target: to } of alignment.code) {
			if (!from.code || !to.code) continue;
			const [expected, found] = [from.code.language ?? '', to.code.language ?? ''];
			if (nameOf(expected) === nameOf(found)) continue;
			yield {
				file: target,
				messageId: found === '' ? 'none' : expected === '' ? 'extra' : 'other',
				data: { expected, found },
				// Indented code has no fence to write on, and other code may well be in another language.
				...(!(to.code.isFenced && isSureCode(from.code.code, to.code.code)) && {
					isFixable: false,
				}),
				range: firstLineOf(to.span),
				source: firstLineOf(from.span),
			};
		}
	},
};

/** Two names of one language are coloured alike. */
function nameOf(language: string): string {
	return grammarName(language.toLowerCase());
}

function firstLineOf({
	start,
}: {
	readonly start: { readonly line: number; readonly column: number };
}) {
	return { start, end: start };
}
