import type { Document } from '../document/document.ts';
import type { Rule } from '../rule.ts';

/** A file that is no page: it would stop the build, or show what nobody wrote for readers. */
export const fileUnparsable: Rule<{ readonly documents: readonly Document[] }> = {
	id: 'file-unparsable',
	severity: 'error',
	description: 'A file that cannot be parsed, holds a merge conflict, or is one code fence.',
	messages: {
		unparsable:
			'The file cannot be parsed: {reason}. Nothing in it was compared; correct this place first.',
		conflict:
			'A merge conflict begins here: `{reason}`. Nothing in the file was compared; keep what is right of both versions, and remove the marks.',
		wrapped:
			'The whole page stands in this code fence, so that readers see its Markdown. Nothing in it was compared; remove this line and the last one.',
	},
	*check({ documents }) {
		for (const file of documents)
			if (file.parseError)
				yield {
					file,
					messageId: file.parseError.kind ?? 'unparsable',
					data: { reason: file.parseError.reason },
					range: file.parseError.range,
				};
	},
};
