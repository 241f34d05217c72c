import type { Inventory } from '../inventory.ts';
import type { Rule } from '../rule.ts';

/** A translation whose source page is gone or was renamed: nobody can keep it true. */
export const pageOrphan: Rule<Pick<Inventory, 'locales' | 'sourcePath'>> = {
	id: 'page-orphan',
	severity: 'error',
	description: 'A translation without a source page.',
	messages: {
		orphan: 'There is no source page `{source}`. Write it first, or remove this translation.',
		renamed:
			'There is no source page `{source}`. Rename this file to `{nearest}` if that is its source.',
	},
	*check({ locales, sourcePath }) {
		for (const { locale, path, orphans } of locales)
			for (const [page, near] of orphans)
				yield {
					file: { path: path(page), locale, page },
					messageId: near === undefined ? 'orphan' : 'renamed',
					data: { source: sourcePath(page), nearest: near === undefined ? '' : path(near) },
				};
	},
};
