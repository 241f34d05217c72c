import { printable } from './printable.ts';

/**
 * Text that stays text within Markdown, in a table too: no link, image, tag, mention or column of
 * its own. Values in backticks become code.
 *
 * `` markdownText('Found `a|b`.') `` => `'Found <code>a&#124;b</code>.'`
 */
export function markdownText(text: string): string {
	return printable(text)
		.split(/(`[^`]+`)/)
		.map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : words(part)))
		.join('');
}

/** `markdownCode('a|b')` => `'<code>a&#124;b</code>'` */
export function markdownCode(text: string): string {
	return code(printable(text));
}

function code(text: string): string {
	return `<code>${entities(text)}</code>`;
}

/** References to characters are never taken for markup (CommonMark 0.31.2, 2.5). */
function entities(text: string): string {
	return text.replace(MARKUP, (character) => `&#${character.charCodeAt(0)};`);
}

const MARKUP = /[#$&*:<>@[\\\]_`|~]|(?<=www)\./gi;

/** GitHub looks for people and issues in the text that it has made, where references are resolved. */
function words(text: string): string {
	return entities(text).replace(/(?:&#64;|&#35;)(?=\w)/g, '$&&#8203;');
}
