import type { Document } from '../document/document.ts';
import type { Rule } from '../rule.ts';

/** What nothing closes: the text behind it becomes code, or part of a callout. */
export const fileUnclosed: Rule<{ readonly documents: readonly Document[] }> = {
	id: 'file-unclosed',
	severity: 'error',
	description: 'A code fence, callout, template or HTML element that nothing closes.',
	messages: {
		fence:
			'This fence is never closed, so the text after it is shown as code. Put a closing fence after its last line.',
		container:
			'`{opening}` is never closed, so the text after it becomes a part of it, or the build stops. Put `{closing}` where the source has it.',
	},
	*check({ documents }) {
		for (const file of documents) {
			for (const range of file.unclosedFences) yield { file, messageId: 'fence', range };
			for (const { opening, closing, range } of file.unclosedContainers)
				yield { file, messageId: 'container', data: { opening, closing }, range };
		}
	},
};
