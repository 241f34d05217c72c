import type { Corpus } from '../corpus.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** A fence language that the highlighter does not know: the code would lose its colours. */
export const codeUnknownLanguage: Rule<Corpus> = {
	id: 'code-unknown-language',
	severity: 'error',
	description: 'A code block in a language that the highlighter does not know.',
	messages: {
		unknown:
			'The highlighter knows no language `{language}`. Use one that it knows, or `text` for none.',
		'unknown-nearest': 'The highlighter knows no language `{language}`. Did you mean `{nearest}`?',
	},
	*check({ pages, platform }) {
		const known = new Set(platform.codeLanguages);
		for (const page of pages)
			for (const { language, span } of page.codeBlocks) {
				if (language === undefined || known.has(language)) continue;
				const near = nearest(language.replace(/[{,].*$/, ''), known);
				const fence = /^[`~]+[ \t]*/.exec(page.text.slice(span.from, span.to))?.[0].length ?? 0;
				const { line, column } = span.start;
				yield {
					file: page,
					messageId: near ? 'unknown-nearest' : 'unknown',
					data: { language, nearest: near ?? '' },
					range: {
						start: { line, column: column + fence },
						end: { line, column: column + fence + language.length },
					},
				};
			}
	},
};
