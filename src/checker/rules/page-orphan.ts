import type { Corpus } from '../corpus.ts';
import { nearestPath } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** A translation whose source page is gone or was renamed: nobody can keep it true. */
export const pageOrphan: Rule<Corpus> = {
	id: 'page-orphan',
	severity: 'error',
	description: 'A translation without a source page.',
	messages: {
		orphan: 'There is no source page `{source}`. Write it first, or remove this translation.',
		renamed:
			'There is no source page `{source}`. Rename this file to `{nearest}` if that is its source.',
	},
	*check({ pages, locales, find }) {
		const source = locales[0]!;
		const free = pages.filter(({ locale }) => locale === source).map(({ page }) => page);
		for (const page of pages) {
			if (page.locale === source || find(source, page.page)) continue;
			const near = nearestPath(
				page.page,
				free.filter((name) => !find(page.locale, name)),
			);
			yield {
				file: page,
				messageId: near ? 'renamed' : 'orphan',
				data: {
					source: `${source}/${page.page}`,
					nearest: near ? `${page.locale}/${near}` : '',
				},
			};
		}
	},
};
