/** What a team may decide about its translations. */
export interface Policy {
	/** Whether the fragment of a link has to be the one of the source. */
	readonly anchors: 'ignore' | 'compare';
	/** Whether links to other sites have to be those of the source. */
	readonly externalLinks: 'compare' | 'ignore';
	/** Whether text within string literals may be translated without a word. */
	readonly strings: 'compare' | 'ignore';
	/** Keys of front matter that are translated; all others have equal values. */
	readonly translatedKeys: readonly string[];
	/** Keys of front matter that one language alone may have. */
	readonly localKeys: readonly string[];
	/** Components that only the source has, such as a warning to its editors. */
	readonly sourceOnlyComponents: readonly string[];
	/** Whether prose has to keep to the typography of its language. */
	readonly typography: boolean;
}

/** As some generators, Pelican among them, have their keys: `Title` is `title`. */
function inBothSpellings(keys: readonly string[]): string[] {
	return keys.flatMap((key) => [key, key.charAt(0).toUpperCase() + key.slice(1)]);
}

export const defaultPolicy: Policy = {
	anchors: 'ignore',
	externalLinks: 'compare',
	strings: 'compare',
	translatedKeys: inBothSpellings([
		...['title', 'description', 'summary', 'excerpt', 'subtitle', 'tagline', 'lead', 'abstract'],
		...['label', 'text', 'caption', 'alt', 'heading', 'keywords', 'linkTitle', 'menuTitle'],
		...[
			'sidebar_label',
			'sidebarTitle',
			'pagination_label',
			'navTitle',
			'shortTitle',
			'short-title',
		],
		...['name', 'content', 'details', 'subtext', 'category', 'categories', 'tags'],
	]),
	localKeys: inBothSpellings([
		...['translator', 'translators', 'translated', 'translation', 'l10n', 'sourceCommit'],
		...['default_lang_commit', 'drifted_from_default', 'i18nReady', 'lastmod', 'lastUpdated'],
		...['aliases', 'redirect_from', 'contributors', 'reviewers'],
		// Translations on MDN have them from the English page.
		...['page-type', 'browser-compat', 'spec-urls'],
	]),
	sourceOnlyComponents: [],
	typography: false,
};
