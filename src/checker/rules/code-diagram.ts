import { tagName } from '../code/language-tags.ts';
import type { Corpus } from '../corpus.ts';
import { excerpt } from '../excerpt.ts';
import type { Page } from '../page.ts';
import type { Range } from '../place.ts';
import type { Rule } from '../rule.ts';

/**
 * A diagram that the site cannot draw, or that says nothing to a reader who does not see it. A part
 * that is left out of a picture would be missed by nobody.
 */
export const codeDiagram: Rule<Corpus> = {
	id: 'code-diagram',
	severity: 'error',
	description: 'A diagram in Mermaid that cannot be drawn, or has no text alternative.',
	messages: {
		kind: 'The site draws no diagram that begins with `{found}`. Write a `flowchart`, a `stateDiagram-v2` or a `sequenceDiagram`.',
		title:
			'The diagram has no title for readers who do not see it. Add a line `accTitle: …` below its first line.',
		description:
			'The diagram has no description for readers who do not see it. Add a line `accDescr: …` that says what it shows.',
		empty: 'The diagram shows nothing. Write its kind and what it shows, or remove the block.',
		flowchart:
			'The site cannot draw `{found}` in a flowchart. Write nodes such as `store[(Store)]` and arrows such as `web -->|asks| store`, and put text with brackets or signs into quotes.',
		state:
			'The site cannot draw `{found}` in a diagram of states. Write `Ready: Takes requests` and `Ready --> Stopping: SIGTERM`, without another colon or semicolon.',
		sequence:
			'The site cannot draw `{found}` in a sequence. Write `participant`, messages such as `Web->>Store: asks`, `Note over Web: …`, or `alt`, `opt`, `loop` and `par` up to `end`.',
		unclosed: 'A part of the sequence has no end. Write `end` after its last line.',
	},
	*check({ pages, platform }) {
		for (const page of pages)
			for (const { language, code, span } of page.codeBlocks) {
				if (tagName(language) !== 'mermaid') continue;
				const problem = platform.findDiagramProblem(code);
				if (!problem) continue;
				const { messageId, line, found = '' } = problem;
				const range = lineRange(page, span.start.line + 1 + line);
				yield { file: page, messageId, data: { found: excerpt(found, 100) }, range };
			}
	},
};

function lineRange({ text }: Page, line: number): Range {
	const written = text.split(/\r\n|\r|\n/)[line - 1] ?? '';
	const column = /^[\s>]*/.exec(written)![0].length + 1;
	return {
		start: { line, column },
		end: { line, column: Math.max(column, written.trimEnd().length + 1) },
	};
}
