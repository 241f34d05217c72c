import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/**
 * Spaces beside marks: French has one before `;`, `:`, `!`, `?` and within « », where no line may
 * break; Spanish and Portuguese have none. A mark at the beginning of a line looks like a mistake of
 * the page.
 */
export const typographySpaces: Rule<TypographyPage> = {
	id: 'typography-spaces',
	severity: 'error',
	description: 'A space beside a mark is missing, superfluous, or lets the line break there.',
	messages: {
		missing: 'In `{found}`, no space stands {side} `{mark}`. Put the no-break space {code} there.',
		breaking:
			'In `{found}`, the line may break {side} `{mark}`. Put the no-break space {code} there instead of the plain one.',
		extra: 'In `{found}`, a space stands {side} `{mark}`. Remove it.',
		several: 'In `{found}`, several spaces stand in a row. Leave one.',
	},
	fixable: ['missing', 'breaking', 'extra', 'several'],
	check: (page) => page.remarksOf('typography-spaces'),
};
