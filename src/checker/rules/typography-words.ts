import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/**
 * Words that the documentation avoids: another address of the reader, and words that only a part of
 * those who read the language would use. Words of a translation have no repair.
 */
export const typographyWords: Rule<TypographyPage> = {
	id: 'typography-words',
	severity: 'error',
	description: 'The reader is addressed in another way, or a word belongs to another country.',
	messages: {
		address: 'The reader is addressed with `{word}`. Write `{expected}` here.',
		lexicon: '`{word}` is not the word of this documentation. Write `{expected}`.',
	},
	check: (page) => page.remarksOf('typography-words'),
};
