import type { Rule } from '../rule.ts';
import type { TypographyPage } from '../typography/typography-page.ts';

/**
 * Quantities and dates. Only numbers with a unit are judged: others may be versions, ports or
 * identifiers, which are the same in every language.
 */
export const typographyNumbers: Rule<TypographyPage> = {
	id: 'typography-numbers',
	severity: 'warning',
	description: 'A number, its unit or a date is written in the way of another language.',
	messages: {
		missing: 'In `{found}`, no space stands before `{unit}`. Put the no-break space U+00A0 there.',
		breaking:
			'In `{found}`, the line may break before `{unit}`. Put the no-break space U+00A0 there instead of the plain one.',
		extra: 'In `{found}`, a space stands before `{unit}`. Remove it.',
		decimal: 'In `{found}`, a point stands before the decimals, expected a comma. Replace it.',
		thousands:
			'In `{found}`, the line may break within the number. Put the no-break space U+202F there instead of the plain one.',
		month: 'In `{found}`, the month has a capital, expected `{expected}`. Write it in lower case.',
	},
	fixable: ['missing', 'breaking', 'extra', 'decimal', 'thousands'],
	check: (page) => page.remarksOf('typography-numbers'),
};
