import type { Page } from '../page.ts';
import { pageSlug, type Corpus } from '../corpus.ts';

/** Where a link leads: out of the site, to one of its pages, or nowhere. */
export type LinkTarget =
	| { readonly kind: 'external' }
	| {
			readonly kind: 'page';
			/** Locale folder to which the link points, even where the page is not translated yet. */
			readonly locale: string;
			readonly slug: string;
			/** `?query`, or nothing. */
			readonly query: string;
			/** Id on the site without `#`, or nothing. */
			readonly fragment: string;
	  }
	| {
			readonly kind: 'problem';
			readonly problem: LinkProblem;
			/** The file or fragment that is not there. */
			readonly wanted: string;
			/** What could be there instead. */
			readonly candidates: readonly string[];
	  };

export type LinkProblem =
	'malformed' | 'absolute' | 'outside' | 'no-extension' | 'not-published' | 'no-page' | 'no-anchor';

const problem = (
	name: LinkProblem,
	wanted: string,
	candidates: readonly string[] = [],
): LinkTarget => ({ kind: 'problem', problem: name, wanted, candidates });

/**
 * Follows a link as somebody who browses the repository would, and says where that is on the site.
 * A link to a page that is not translated yet is sound as long as the source page exists.
 */
export function resolveLink(url: string, from: Page, corpus: Corpus): LinkTarget {
	if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return { kind: 'external' };
	if (url.startsWith('/')) return problem('absolute', url);

	const [, rawPath = '', query = '', rawFragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url)!;
	const path = decode(rawPath);
	const fragment = decode(rawFragment.slice(1));
	if (path === undefined || fragment === undefined) return problem('malformed', url);

	const target = path === '' ? `${from.locale}/${from.page}` : join(from, path);
	if (target === undefined) return problem('outside', path);
	const [locale = '', ...rest] = target.split('/');
	const name = rest.join('/');
	const source = corpus.folders[0]!;
	const lookUp = (page: string): Page | undefined =>
		corpus.folders.includes(locale)
			? (corpus.find(locale, page) ?? corpus.find(source, page))
			: undefined;

	const page =
		path === '' ? from : (lookUp(name) ?? lookUp(name ? `${name}/index.md` : 'index.md'));
	if (!page) {
		if (lookUp(`${name}.md`)) return problem('no-extension', path, [`${path}.md`]);
		if (corpus.assets.has(target)) return problem('not-published', path);
		return problem('no-page', target, [
			...new Set(corpus.pages.map((other) => `${locale}/${other.page}`)),
		]);
	}
	const found = { kind: 'page', locale, slug: pageSlug(page.page), query } as const;
	if (fragment === '') return { ...found, fragment };
	const { ids, idOfSlug, htmlIds } = corpus.anchors(page);
	const id =
		ids.includes(fragment) || htmlIds.includes(fragment) ? fragment : idOfSlug.get(fragment);
	return id === undefined
		? problem('no-anchor', fragment, [...ids, ...htmlIds])
		: { ...found, fragment: id };
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** Path below the content folder, or `undefined` where it leads out of that. */
export function join(from: Page, path: string): string | undefined {
	const parts = `${from.locale}/${from.page}`.split('/').slice(0, -1);
	for (const part of path.split('/')) {
		if (part === '..') {
			if (parts.pop() === undefined) return undefined;
		} else if (part !== '.' && part !== '') parts.push(part);
	}
	return parts.join('/');
}
