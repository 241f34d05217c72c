import { loneBlocks } from '../lone-blocks.ts';
import { nestingRemarks } from '../nesting/nesting-remarks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Quotations: what somebody else is said to have said. */
export const quoteDrift: Rule<Pair> = {
	id: 'quote-drift',
	severity: 'error',
	description: 'A quotation that is missing or new.',
	messages: {
		missing: 'The quotation `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} quotations are missing here, the first is `{excerpt}`. Translate them and put them here.',
		moved:
			'The quotation `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		outdented:
			'What begins with `{excerpt}` stands behind the quotation to which it belongs in the source. Write `>` before it.',
		indented:
			'What begins with `{excerpt}` belongs to the quotation above it, but not in the source. Write it behind that quotation.',
		extra:
			'The quotation `{excerpt}` does not exist in the source. Remove it, or write it as in the source.',
	},
	*check(pair) {
		yield* loneBlocks(pair, ['quote']);
		yield* nestingRemarks(pair, 'quote');
	},
};
