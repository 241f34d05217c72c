import { INVISIBLE } from '../checker/safety/unsafe-characters.ts';

/**
 * Text quoted from content, safe to show: what would move a terminal's cursor, turn text around or
 * hide from the eye is spelled out.
 *
 * `printable('a\u202eb')` => `'a\\u202eb'`
 */
export function printable(text: string): string {
	return text.replace(UNPRINTABLE, (character) => {
		const code = character.codePointAt(0)!.toString(16).padStart(4, '0');
		return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
	});
}

/** Beside controls: halves of surrogate pairs, line separators, and what nobody sees. */
export const UNPRINTABLE = new RegExp(
	`[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Bidi_Control}]|${INVISIBLE.source}`,
	'gu',
);
