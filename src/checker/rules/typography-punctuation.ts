import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/** Marks that a sentence lacks, or has in the way of English or of a typewriter. */
export const typographyPunctuation: Rule<TypographyPage> = {
	id: 'typography-punctuation',
	severity: 'error',
	description: 'An opening `¿` or `¡` is missing, `…` is written as dots, or a comma is English.',
	messages: {
		opening: 'The sentence `{found}` lacks its opening `{opening}`. Put it before the first word.',
		'opening-somewhere':
			'The sentence `{found}` lacks an opening `{opening}`. Put it where the part that ends with `{mark}` begins.',
		closing:
			'The sentence `{found}` lacks its closing `{mark}`. Put it there, or remove `{opening}`.',
		ellipsis: 'In `{found}`, three dots stand for an ellipsis, expected `…`. Replace them.',
		'serial-comma':
			'In `{found}`, a comma stands before the last `{conjunction}`, as in English. Remove it.',
	},
	fixable: ['opening', 'ellipsis', 'serial-comma'],
	check: (page) => page.remarksOf('typography-punctuation'),
};
