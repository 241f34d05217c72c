import { z } from 'astro/zod';

/** Our own words in the interface, beside Starlight's; they stand in `src/content/i18n/<lang>.json`. */
export const uiStrings = z
	.object({
		/** Heading of the 404 page. */
		'notFound.title': z.string(),
		/** Its one paragraph. */
		'notFound.text': z.string(),
		/** Link to the home page. */
		'notFound.home': z.string(),
		/** Link in the fallback notice to the page in the source language. */
		'fallback.source': z.string(),
		/** Mark behind pages that are not translated yet, in the sidebar. */
		'sidebar.untranslated': z.string(),
		/** First entry of a chapter in the sidebar. */
		'sidebar.overview': z.string(),
		/** Said instead of the search where its program did not arrive. */
		'search.failed': z.string(),
		/** Heading of the footnotes. */
		'footnotes.label': z.string(),
		/** `{number}` is the footnote's number. */
		'footnotes.back': z.string(),
	})
	.partial();
