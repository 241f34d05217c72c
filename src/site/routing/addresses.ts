import { pageSlug, type Corpus } from '../../checker/corpus.ts';
import type { Page } from '../../checker/page.ts';
import { resolveLink } from '../../checker/links/resolve-link.ts';
import { locales, sourceLocale } from '../../locales.ts';

/** First part of a locale's addresses: nothing for the source, otherwise its folder. */
export function localePrefix(folder: string): string {
	return folder === sourceLocale.folder ? '' : folder;
}

/**
 * Starlight's name for a page: `be-stateless`, `fr/be-stateless`; home pages are `index` and `fr`.
 */
export function entryId({ locale, page }: Pick<Page, 'locale' | 'page'>): string {
	return [localePrefix(locale), pageSlug(page)].filter(Boolean).join('/') || 'index';
}

/** The reverse of {@link entryId}: `'fr/a/b'` => `{ folder: 'fr', slug: 'a/b' }` */
export function splitId(id: string): { folder: string; slug: string } {
	const [first = '', ...rest] = id.split('/');
	const isTarget = first !== sourceLocale.folder && locales.some(({ folder }) => folder === first);
	if (isTarget) return { folder: first, slug: rest.join('/') };
	return { folder: sourceLocale.folder, slug: id === 'index' ? '' : id };
}

/**
 * Every link of a page as the site wants it. Links within a language stay relative: an English page
 * shown as a fallback at `/fr/…` then keeps its reader in `/fr/…`, and `base` needs no care.
 *
 * @param base the site's base path, with a slash at its end
 */
export function siteHrefs(page: Page, corpus: Corpus, base: string): Record<string, string> {
	const hrefs: Record<string, string> = {};
	const own = pageSlug(page.page);
	for (const { kind, url } of page.references) {
		if (kind !== 'link') continue;
		const target = resolveLink(url, page, corpus);
		if (target.kind !== 'page') continue;
		const hash = target.fragment && `#${encodeURIComponent(target.fragment)}`;
		const path = target.slug && `${target.slug}/`;
		const prefix = localePrefix(target.locale) && `${target.locale}/`;
		const href =
			target.locale !== page.locale
				? base + prefix + path
				: target.slug === own && hash
					? ''
					: '../'.repeat(own === '' ? 0 : own.split('/').length) + path || './';
		hrefs[url] = href + target.query + hash;
	}
	return hrefs;
}
