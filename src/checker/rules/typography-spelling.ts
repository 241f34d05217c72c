import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/**
 * Words that are written as the language does not write them. A warning, since names and quotations
 * that nothing marks are written in their own way. Words of a translation have no repair.
 */
export const typographySpelling: Rule<TypographyPage> = {
	id: 'typography-spelling',
	severity: 'warning',
	description:
		'A heading has the capitals of English, or a word has an accent too many or too few.',
	messages: {
		'title-case':
			'The capital of `{word}` within the heading is one of English titles. Write `{expected}`.',
		'accent-missing': 'The capital of `{word}` lacks its accent. Write `{expected}`.',
		'accent-needless': '`{word}` is written without an accent. Write `{expected}`.',
		'same-sound': '`{word}` stands before the same sound. Write `{expected}` here.',
	},
	check: (page) => page.remarksOf('typography-spelling'),
};
