import type { Platform } from '../corpus.ts';
import type { Replacement } from '../finding.ts';
import type { FrontMatter } from '../front-matter/front-matter.ts';
import type { Rule } from '../rule.ts';
import type { SourceFile } from '../source-file.ts';

/** Front matter that says nothing, or something other than its author meant. */
export const frontmatterInvalid: Rule<{
	readonly pages: readonly (SourceFile & { readonly frontMatter: FrontMatter })[];
	readonly platform: Pick<Platform, 'validate'>;
}> = {
	id: 'frontmatter-invalid',
	severity: 'error',
	description: 'Front matter that cannot be read, or holds a value of the wrong kind.',
	messages: {
		invalid: 'The front matter cannot be read: {reason}. Correct it.',
		colon: 'A text that contains a colon and a space is not valid YAML. Put it into quotes.',
		'duplicate-key': 'This key stands in the front matter twice. Remove one of the two.',
		'not-a-mapping':
			'The front matter is no list of keys and values. Write lines such as `description: …` between the two `---`.',
		'not-opened': 'The front matter is not opened. Add a line of `---` before its first key.',
		'not-closed': 'The front matter is not closed. Add a line of `---` after its last key.',
		toml: 'The front matter is TOML. Write it as YAML, between two lines of `---`.',
		value: '`{key}`: {reason}.',
	},
	fixable: ['not-opened'],
	*check({ pages, platform }) {
		for (const page of pages) {
			const { problems, data, places } = page.frontMatter;
			// What follows the first mistake in YAML is mostly its consequence.
			for (const { kind, reason, range } of problems.slice(0, 1))
				yield {
					...{ file: page, messageId: kind, data: { reason: withoutFullStop(reason) }, range },
					...(kind === 'not-opened' && { replacements: [openingOf(page.text)] }),
				};
			for (const [key, reason] of platform.validate(data)) {
				const range = places.get(key.split('.')[0]!);
				yield { file: page, messageId: 'value', data: { key, reason }, ...(range && { range }) };
			}
		}
	},
};

function withoutFullStop(sentence: string): string {
	return sentence.replace(/\.$/, '');
}

/** The line that opens front matter; a byte order mark stays before it. */
function openingOf(text: string): Replacement {
	const from = text.startsWith('\uFEFF') ? 1 : 0;
	return { from, to: from, text: text.includes('\r\n') ? '---\r\n' : '---\n' };
}
