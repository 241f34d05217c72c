import type { StarlightRouteData } from '@astrojs/starlight/route-data';

export type Head = StarlightRouteData['head'];

/** A page as search engines should see it. */
export interface PageIdentity {
	/** What a browser tab and a search result say. */
	readonly title: string;
	/** Tags of the languages in which the page really exists. */
	readonly translatedTo: ReadonlySet<string>;
	/** Language of the text where it is not the reader's: the page is a fallback. */
	readonly fallbackLang?: string | undefined;
	/** Address of the page in the source language. */
	readonly sourceHref?: string | undefined;
	readonly isNotFound: boolean;
}

/**
 * Starlight's head with what is true of the page: alternates for real translations only, a fallback
 * that names the source page as its original, and no address for the 404 page.
 */
export function adaptHead(head: Head, identity: PageIdentity): Head {
	const { title, translatedTo, fallbackLang, sourceHref, isNotFound } = identity;
	const adapted: Head = [];
	for (const { tag, attrs = {}, content = '' } of head) {
		const hreflang = attrs.hreflang;
		if (attrs.rel === 'alternate' && typeof hreflang === 'string') {
			if (isNotFound || (hreflang !== 'x-default' && !translatedTo.has(hreflang))) continue;
		}
		const isAddress = attrs.rel === 'canonical' || attrs.property === 'og:url';
		if (isNotFound && isAddress) continue;

		const next = { ...attrs };
		if (fallbackLang && isAddress && sourceHref)
			next['rel' in attrs ? 'href' : 'content'] = sourceHref;
		if (fallbackLang && (tag === 'title' || isText(attrs))) next.lang = fallbackLang;
		if (attrs.property === 'og:locale')
			next.content = String(fallbackLang ?? attrs.content).replace('-', '_');
		adapted.push({ tag, attrs: next, content: tag === 'title' ? escape(title) : content });
	}
	if (isNotFound)
		adapted.push({ tag: 'meta', attrs: { name: 'robots', content: 'noindex' }, content: '' });
	return adapted;
}

function isText(attrs: Readonly<Record<string, unknown>>): boolean {
	return ['description', 'og:title', 'og:description'].includes(
		String(attrs.name ?? attrs.property),
	);
}

/** Starlight writes the content of head elements as it is. */
function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
