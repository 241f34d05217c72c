import type { Rule } from '../rule.ts';
import type { SourceFile } from '../source-file.ts';

/** A file whose bytes are no text we can read: nothing of it would reach the reader. */
export const fileUnreadable: Rule<{ readonly pages: readonly SourceFile[] }> = {
	id: 'file-unreadable',
	severity: 'error',
	description: 'A Markdown file that cannot be read as UTF-8 text.',
	messages: {
		unreadable: 'The file cannot be read: {reason}. Check its permissions, or remove it.',
		'utf-16': 'The file is UTF-16, not UTF-8. Save it again as UTF-8.',
		'not-utf-8':
			'Byte `0x{byte}` is not valid UTF-8. Save the file again as UTF-8; it may be Latin-1 or Windows-1252 now.',
	},
	*check({ pages }) {
		for (const page of pages) {
			const { defect } = page;
			if (!defect) continue;
			if (defect.kind === 'unreadable')
				yield { file: page, messageId: 'unreadable', data: { reason: defect.reason } };
			else if (defect.kind === 'utf-16') yield { file: page, messageId: 'utf-16' };
			else
				yield {
					file: page,
					messageId: 'not-utf-8',
					data: { byte: defect.byte.toString(16).toUpperCase() },
					range: { start: defect.at, end: { ...defect.at, column: defect.at.column + 1 } },
				};
		}
	},
};
