import type { Script } from './document/document.ts';
import { withoutComments } from './without-comments.ts';

/**
 * What has to be equal in code of MDX: without spaces and comments, without the words of plain
 * strings, which may be translated, and for imports without how many folders up a relative path begins, since a
 * translation may lie deeper. Text with anything that could be code keeps its letters.
 */
export function scriptKey({ kind, value: code }: Pick<Script, 'kind' | 'value'>): string {
	const value = withoutComments(code);
	const isModule = kind === 'import' || kind === 'export';
	return (isModule ? value.replace(/(["'])(?:\.{1,2}\/)+/g, '$1./') : value)
		.replace(STRING, (whole, quote: string, text: string) =>
			/\p{L}[ ’-]\p{L}|^\p{Lu}\p{Ll}+$/u.test(text) ? `${quote}${quote}` : whole,
		)
		.replace(/\s+/g, '')
		.replace(/;$/, '');
}

const STRING = /(["'])((?:(?!\1)[\p{L}\p{M}\p{N} .,;:!?’–—-])*)\1/gu;

/** Whether an expression is a mere string, such as the space of `{' '}`, or a comment: it runs nothing. */
export function isPlainText({ kind, value }: Script): boolean {
	return kind === 'expression' && /^\s*(?:"[^"\\]*"|'[^'\\]*')?\s*$/.test(withoutComments(value));
}
