import type { Block } from '../document/block.ts';
import { textOf } from '../document/text-of.ts';
import { inlineDifferences } from '../inline-differences.ts';
import type { Pair } from '../pair.ts';
import type { Rule } from '../rule.ts';
import { plainLetters } from '../unsafe-characters.ts';

/**
 * Identifiers, commands and paths within text, as a multiset for each section. A translation may
 * name one more often, or once less within a paragraph that still names it.
 */
export const inlineCodeDrift: Rule<Pair> = {
	id: 'inline-code-drift',
	severity: 'warning',
	description: 'Inline code that was lost or altered.',
	messages: {
		lost: '`{expected}` is missing in this text. Name it as the source does.',
		unmarked: '`{expected}` is not marked as code in this text. Put it between backticks.',
		altered:
			'The code `{found}` differs from the source, expected `{expected}`. Copy it from the source.',
	},
	fixable: ['altered'],
	*check(pair) {
		let searches = 0;
		const isWord = (code: string, block: Block): boolean =>
			holdsWord(textOf(block, pair.target.text), code);
		const known = new Map<Block, Set<string>>();
		const codeOf = (block: Block): ReadonlySet<string> => {
			let code = known.get(block);
			if (!code) known.set(block, (code = codeIn(block)));
			return code;
		};
		const differences = inlineDifferences(pair, ({ kind, value }) =>
			kind === 'code' ? plainLetters(value.replace(/\s+/g, ' ').trim()) : undefined,
		);
		for (const { source, target, range, sourceRange, match } of differences) {
			if (!source) continue;
			const expected = source.value;
			const isUnmarked = !target && ++searches < MOST_SEARCHES && isWord(expected, match!.target);
			// A pronoun may stand for what the paragraph has named before.
			if (!target && !isUnmarked && codeOf(match!.target).has(expected)) continue;
			yield {
				file: pair.target,
				messageId: target ? 'altered' : isUnmarked ? 'unmarked' : 'lost',
				data: { expected, found: target?.value ?? '' },
				range,
				source: sourceRange,
			};
		}
	},
};

/** No page that people write has as many; each takes a look through its paragraph. */
const MOST_SEARCHES = 1000;

function codeIn({ inlines }: Block): Set<string> {
	return new Set(inlines.filter(({ kind }) => kind === 'code').map(({ value }) => value));
}

/** Whether a text holds something that is no part of a longer word. */
function holdsWord(text: string, word: string): boolean {
	const at = text.indexOf(word);
	if (at < 0 || word === '') return false;
	return !/[\p{L}\p{N}]/u.test(`${text[at - 1] ?? ''}${text[at + word.length] ?? ''}`);
}
