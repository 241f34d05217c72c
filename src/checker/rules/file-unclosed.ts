import type { Document } from '../document/document.ts';
import type { Rule } from '../rule.ts';

/** A fence that nothing closes: the text behind it is shown as code. */
export const fileUnclosed: Rule<{ readonly documents: readonly Document[] }> = {
	id: 'file-unclosed',
	severity: 'error',
	description: 'A code fence that nothing closes.',
	messages: {
		fence:
			'This fence is never closed, so the text after it is shown as code. Put a closing fence after its last line.',
	},
	*check({ documents }) {
		for (const file of documents)
			for (const range of file.unclosedFences) yield { file, messageId: 'fence', range };
	},
};
