import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { driftOf } from './code-drift.ts';

/**
 * Text in string literals that differs. A message to a reader may well be translated; a key, a
 * path or a host may not, and only a person can tell.
 */
export const codeStrings: Rule<Pair> = {
	id: 'code-strings',
	severity: 'warning',
	description: 'Code that differs from the source in the text of its string literals only.',
	messages: {
		changed:
			'A string differs from the source: expected `{expected}`, found `{found}`. Keep it only if people read it and no code depends on it.',
		missing: 'Text of the source is missing in the code: `{expected}`. Copy it from the source.',
		extra: 'The source has no text `{found}` in the code. Remove it.',
	},
	*check(pair) {
		if (pair.policy.strings === 'compare') yield* driftOf(pair, 'strings');
	},
};
