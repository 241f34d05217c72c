/**
 * A link target without what legitimately differs between languages: the locale in its path, its
 * file name or its host, the `www` of a host, and the fragment.
 *
 * `normaliseTarget('/pt-br/guide/start#inicio', ['pt-br', 'en'])` => `'/guide/start'`;
 * `normaliseTarget('start.french.md', ['french', 'en'])` => `'start.md'`, as for `start-french.md`;
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
		.map((segment) => {
			const [name = '', ...parts] = segment.split('.');
			const ending = /[-_]/.test(name) ? endingOf(name.toLowerCase(), tags) : 0;
			const stem = ending > 0 && parts.length > 0 ? name.slice(0, -ending) : name;
			return [stem, ...parts.filter(isForeign)].join('.');
		});
	const domain = host
		.split('.')
		.filter((label, i) => i > 0 || (isForeign(label) && label !== 'www'))
		.join('.')
		.toLowerCase();
	const place = segments.join('/').replace(/^\.\//, '');
	return scheme + domain + (domain !== '' && place === '/' ? '' : place) + query;
}

/** Length of the locale at the end of a file's name, with its hyphen: 3 for `start-fr`. */
function endingOf(name: string, tags: readonly string[]): number {
	const endings = tags.filter((tag) => name.endsWith(`-${tag}`) || name.endsWith(`_${tag}`));
	return Math.max(-1, ...endings.map(({ length }) => length)) + 1;
}

/** A language with a region: other sites may have `en-us` where we have `en`. */
export const REGIONAL = /^[a-z]{2,3}[-_][a-z]{2}$/;

/** Scheme with slashes, host, path and query; a fragment stays outside. */
export const PARTS = /^((?:[a-z][\w+.-]*:)?\/\/)?((?<=\/\/)[^/?#]*)?([^?#]*)(\?[^#]*)?/i;
