import type { Document } from '../document/document.ts';
import type { Rule } from '../rule.ts';

/** A file that the parser refuses: it would stop the build, and nothing in it can be compared. */
export const fileUnparsable: Rule<{ readonly documents: readonly Document[] }> = {
	id: 'file-unparsable',
	severity: 'error',
	description: 'A file that cannot be parsed, such as MDX with a mistake in it.',
	messages: {
		unparsable:
			'The file cannot be parsed: {reason}. Nothing in it was compared; correct this place first.',
	},
	*check({ documents }) {
		for (const file of documents)
			if (file.parseError)
				yield {
					file,
					messageId: 'unparsable',
					data: { reason: file.parseError.reason },
					range: file.parseError.range,
				};
	},
};
