import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/**
 * Quotation marks: « » in French and in the Spanish of Spain, “ ” in Brazil. Quoted code keeps the
 * marks that it has, and apostrophes are told where a page mixes both kinds.
 */
export const typographyQuotes: Rule<TypographyPage> = {
	id: 'typography-quotes',
	severity: 'error',
	description: 'Quotation marks of another language or of a typewriter, and mixed apostrophes.',
	messages: {
		quotation: 'The quotation `{found}` stands in `{marks}`, expected `{expected}`. Replace both.',
		apostrophe:
			"In `{found}`, the apostrophe is the straight `'`, expected `’` as on the rest of the page. Replace it.",
	},
	fixable: ['quotation', 'apostrophe'],
	check: (page) => page.remarksOf('typography-quotes'),
};
