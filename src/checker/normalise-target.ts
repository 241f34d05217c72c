/**
 * A link target without what legitimately differs between languages: the locale in its path, its
 * file name or its host, and the fragment.
 *
 * `normaliseTarget('/pt-br/guide/start#inicio', ['pt-br', 'en'])` => `'/guide/start'`;
 * `normaliseTarget('start.french.md', ['french', 'en'])` => `'start.md'`;
 * `normaliseTarget('https://fr.example.org/a', ['fr', 'en'])` => `'https://example.org/a'`;
 * `normaliseTarget('https://example.org/en-US/a', ['fr', 'en'])` => `'https://example.org/a'`
 *
 * @param tags locale names in lower case: folders, file parts and BCP 47 tags
 */
export function normaliseTarget(url: string, tags: readonly string[]): string {
	const [, scheme = '', host = '', path = '', query = ''] = PARTS.exec(url)!;
	if (scheme + host + path + query === '') return '#';
	const isForeign = (part: string): boolean => {
		const name = part.toLowerCase();
		return !tags.includes(name) && !(REGIONAL.test(name) && tags.includes(name.slice(0, -3)));
	};
	const segments = path
		.split('/')
		.filter(isForeign)
		.map((segment) =>
			segment
				.split('.')
				.filter((part, i) => i === 0 || isForeign(part))
				.join('.'),
		);
	const domain = host
		.split('.')
		.filter((label, i) => i > 0 || isForeign(label))
		.join('.');
	return scheme + domain + segments.join('/').replace(/^\.\//, '') + query;
}

/** A language with a region: other sites may have `en-us` where we have `en`. */
const REGIONAL = /^[a-z]{2,3}[-_][a-z]{2}$/;

/** Scheme with slashes, host, path and query; a fragment stays outside. */
const PARTS = /^((?:[a-z][\w+.-]*:)?\/\/)?((?<=\/\/)[^/?#]*)?([^?#]*)(\?[^#]*)?/i;
