import { eachBlock, isProse } from '../document/block.ts';
import { wordsOf } from '../document/text-of.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import { readPlaceholders, type Placeholder } from '../placeholders.ts';
import type { Rule } from '../rule.ts';

/**
 * Text that `parity new` has copied from the source and marked: nobody has translated it yet. What
 * stands behind a mark is judged by no other rule about words.
 */
export const untranslatedPlaceholder: Rule<Pair> = {
	id: 'untranslated-placeholder',
	severity: 'error',
	description: 'Text of the source after a comment that marks it as not translated yet.',
	messages: {
		text: 'This text is a placeholder: `{excerpt}`. Translate it, then remove the comment before it.',
		code: 'The comments of this code are placeholders. Translate them, then remove the comment before the code.',
		nothing: 'No text follows the mark of a placeholder. Remove the comment.',
	},
	*check({ source, target, alignment }) {
		for (const placeholder of readPlaceholders(target)) {
			const { range, block, text } = placeholder;
			const match = block && alignment.matches.find((each) => each.target === block);
			yield {
				file: target,
				messageId: messageAbout(placeholder),
				data: { excerpt: excerpt(wordsBehind(placeholder, target.text)) },
				range,
				...(match && { source: match.source.span }),
				...(!block && text !== '' && source.head && { source: source.head }),
			};
		}
	},
};

/** The first words that a reader sees of what is marked. */
function wordsBehind({ block, text }: Placeholder, source: string): string {
	const first = block && eachBlock([block]).find(isProse);
	return first ? wordsOf(first, source) : text;
}

function messageAbout({ block, text }: Placeholder): string {
	if (text.trim() === '') return 'nothing';
	return block?.code ? 'code' : 'text';
}
