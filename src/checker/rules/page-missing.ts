import type { Inventory } from '../inventory.ts';
import type { Rule } from '../rule.ts';

/** A page that nobody has translated yet: its readers get the source. */
export const pageMissing: Rule<Inventory> = {
	id: 'page-missing',
	severity: 'warning',
	description: 'A page of the source without a translation.',
	messages: {
		missing:
			'The page `{page}` has no translation. Begin it with `npx parity new {locale} {page}`.',
	},
	*check({ sourcePages, locales }) {
		for (const { locale, pages, path, orphans } of locales) {
			// A page that was renamed is told as an orphan.
			const expected = new Set([...pages, ...orphans.values()]);
			for (const page of sourcePages)
				if (!expected.has(page))
					yield {
						file: { path: path(page), locale, page },
						messageId: 'missing',
						data: { page, locale },
					};
		}
	},
};
