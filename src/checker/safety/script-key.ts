import type { Script } from '../document/document.ts';
import { withoutComments } from './without-comments.ts';

/**
 * What has to be equal in code of MDX: without spaces and comments, without the words of plain
 * strings, which may be translated, and for imports without how many folders up a relative path
 * begins, since a translation may lie deeper, nor which of the languages its path names. Text with
 * anything that could be code keeps its letters.
 *
 * @param tags locale names of both pages, in lower case
 */
export function scriptKey(
	{ kind, value: code }: Pick<Script, 'kind' | 'value'>,
	tags: readonly string[] = [],
): string {
	const value = withoutComments(code);
	// Names of macros are the same in small letters.
	if (kind === 'template' && /^\{\{\s*\w+\s*\}\}$/.test(code))
		return code.replace(/\s/g, '').toLowerCase();
	const isModule = kind === 'import' || kind === 'export';
	return (isModule ? withPlainPaths(value, tags) : value)
		.replace(STRING, (whole, quote: string, text: string) =>
			TEXT.test(text) && WORDS.test(text) ? `${quote}${quote}` : whole,
		)
		.replace(/\s+/g, '')
		.replace(/;$/, '');
}

/** `'@fr/shared/note.md'` and `'@en/shared/note.md'` are the same note; one without a language is not. */
function withPlainPaths(code: string, tags: readonly string[]): string {
	const isTag = (name: string): boolean => tags.includes(name.toLowerCase());
	return code.replace(STRING, (whole, quote: string, path: string) => {
		// A host with another language is somebody else's.
		if (!path.includes('/') || ADDRESS.test(path)) return whole;
		const folders = path.replace(/^(?:\.{1,2}\/)+/, './').split('/');
		const file = folders.pop()!.split('.');
		const plain = [
			...folders.map((name) => (isTag(name.replace(/^@/, '')) ? LOCALE : name)),
			file.map((part) => (isTag(part) ? LOCALE : part)).join('.'),
		];
		return quote + plain.join('/') + quote;
	});
}

const ADDRESS = /^(?:[a-z][\w+.-]*:|\/\/)/i;

/** No path has it. */
const LOCALE = '{locale}';

/** Whole literals, whatever they hold, lest the end of one be taken for the beginning of another. */
const STRING = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/gu;

/** Nothing that could be code. */
const TEXT = /^[\p{L}\p{M}\p{N} \u00a0\u202f.,;:!?'’–—…«»“”„¿¡·\u3000-\u303f\uff01-\uff1f-]*$/u;

/** Two words, one in title case, or one in letters in which no code is written. */
const WORDS = /\p{L}[ \u00a0’-]\p{L}|^\p{Lu}\p{Ll}+$|(?!\p{Script=Latin})\p{L}/u;

/** Whether an expression is a mere string, such as the space of `{' '}`, or a comment: it runs nothing. */
export function isPlainText({ kind, value }: Script): boolean {
	return (
		kind === 'expression' &&
		/^\s*(?:"[^"\\]*"|'[^'\\]*'|`[^`\\$]*`)?\s*$/.test(withoutComments(value))
	);
}
