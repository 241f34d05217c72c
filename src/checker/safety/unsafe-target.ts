/**
 * Whether a link or image target runs code or hides its content, in spite of the characters that
 * browsers ignore: `isUnsafeTarget('java\tscript:alert(1)')` => `true`
 */
export function isUnsafeTarget(url: string): boolean {
	if (PLAIN.test(url)) return false;
	// Browsers drop these before they look at the scheme (https://url.spec.whatwg.org/#concept-basic-url-parser).
	const visible = decodeURISafely(url).replace(
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
		'',
	);
	return /^(?:javascript|vbscript|data|blob|file|livescript|mocha):/i.test(visible);
}

/**
 * Whether a text of front matter is a target that runs code, not a title such as `JavaScript: basics`.
 */
export function isCodeTarget(text: string): boolean {
	// eslint-disable-next-line no-control-regex -- browsers drop them
	const visible = text.replace(/[\t\n\r]|^[\u0000-\u0020\u00a0\u200b-\u200f\ufeff]+/g, '');
	return /^(?:(?:javascript|vbscript):(?:[^\s\u00a0]|.*[(=`[])|data:text\/html)/i.test(visible);
}

/** Most targets: a path, a fragment or an address of the web, with nothing to decode. */
const PLAIN = /^(?:https?:)?[\w\-./#?=&@+~]*$/;

function decodeURISafely(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}
