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
		/** Link in it to the repository's editor, with a scaffold of the translation. */
		'fallback.translate': z.string(),
		/** Stands before the command that writes the scaffold in a clone. */
		'fallback.clone': z.string(),
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
		/** Headings of the table of release lines; `{{day}}` is that of the statuses. */
		'releases.status': z.string(),
		/** The day from which a line has long-term support. */
		'releases.lts': z.string(),
		/** The day of it, and the status from then on. */
		'releases.endOfLife': z.string(),
		'releases.notReleased': z.string(),
		/** What a page says about itself, below its title. */
		'facts.reviewed': z.string(),
		/** `{{versions}}` is such as `Node.js 22 and 24`. */
		'facts.versions': z.string(),
		/** Effort to adopt the practice. */
		'facts.difficulty.small': z.string(),
		'facts.difficulty.medium': z.string(),
		'facts.difficulty.large': z.string(),
		/** Notice above a translation whose source has changed; a list of its sections follows. */
		'stale.text': z.string(),
		/** Stands in that list for what precedes the first section. */
		'stale.introduction': z.string(),
		/** Said behind a section that the source no longer has. */
		'stale.gone': z.string(),
		/** Mark behind the heading of a section whose source has changed. */
		'stale.mark': z.string(),
		/** Heading of the page about the state of all translations, and links to it. */
		'status.title': z.string(),
		'status.intro': z.string(),
		/** Heading of the column of pages. */
		'status.page': z.string(),
		/** States of a translation. */
		'status.current': z.string(),
		'status.stale': z.string(),
		'status.broken': z.string(),
		'status.unrecorded': z.string(),
		'status.missing': z.string(),
		/** How many sections are stale; `{{count}}` is the number. */
		'status.sections_one': z.string(),
		'status.sections_other': z.string(),
		/** Links to the versions of the English file, to the English page, and to edit a page. */
		'status.history': z.string(),
		'status.source': z.string(),
		'status.edit': z.string(),
		/** Heading of the list that explains the states. */
		'status.words': z.string(),
		'status.meaning.current': z.string(),
		'status.meaning.stale': z.string(),
		'status.meaning.broken': z.string(),
		'status.meaning.unrecorded': z.string(),
		'status.meaning.missing': z.string(),
	})
	.partial();
