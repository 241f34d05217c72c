/**
 * Whether a short text, such as a title, is made of words that a translator would translate, and
 * not a name of a file, a number or an identifier.
 *
 * `isProseText('Start the server')` => `true`; `isProseText('src/server.js')` => `false`
 */
export function isProseText(text: string): boolean {
	return (
		/\p{L}{2}/u.test(text) &&
		!/^\S*[./_\\:@#=][\w-]\S*$|^[\w-]*\d[\w-]*$|^\S+\(\)$/.test(text.trim()) &&
		!NAMED_WITHOUT_EXTENSION.test(text.trim())
	);
}

/** `Dockerfile`, `Makefile` */
const NAMED_WITHOUT_EXTENSION = /^(?:[A-Z][a-z]+file|README|LICENSE|CODEOWNERS)$/;
