import { matchesOf } from '../alignment/alignment.ts';
import { kinship } from '../alignment/similarity.ts';
import { excerptOf, loneBlocks } from '../lone-blocks.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';

/** Callouts: a warning that became a tip, or plain text, warns nobody. */
export const calloutDrift: Rule<Pair> = {
	id: 'callout-drift',
	severity: 'error',
	description: 'A callout that is missing, new, or of another kind.',
	messages: {
		missing: 'The callout `{excerpt}` is missing. Translate it and put it here.',
		'missing-several':
			'{count} callouts are missing here, the first is `{excerpt}`. Translate them and put them here.',
		moved:
			'The callout `{excerpt}` stands at another place than in the source. Move it back to where the source has it.',
		extra:
			'The callout `{excerpt}` does not exist in the source. Remove it, or write it as in the source.',
		name: 'The callout has the keyword `{found}`, expected `{expected}`. Keywords are never translated: write `{expected}`.',
		quote: 'This is a quotation, expected a callout `{expected}`. Write it as in the source.',
		'no-quote': 'This is a callout `{found}`, expected a quotation. Write it as in the source.',
	},
	fixable: ['name'],
	*check(pair) {
		yield* loneBlocks(pair, ['callout']);
		const quotes = matchesOf(pair.alignment, 'quote');
		const recast = quotes.filter(({ target: { kind } }) => kind === 'callout');
		for (const { source: from, target: to } of [
			...matchesOf(pair.alignment, 'callout'),
			...recast,
		]) {
			if (kinship(from, to) === 1) continue;
			yield {
				file: pair.target,
				messageId: to.kind === 'quote' ? 'quote' : from.kind === 'quote' ? 'no-quote' : 'name',
				data: {
					expected: from.name,
					found: to.name,
					excerpt: excerptOf(to, pair.target.text),
				},
				range: to.span,
				source: from.span,
			};
		}
	},
};
