import { join } from 'node:path';
import type { Document } from '../checker/document/document.ts';
import { parseDocument } from '../checker/document/parse-document.ts';
import { localeNames } from '../checker/locale-names.ts';
import { createHeadingTable, type HeadingTable } from '../checker/scaffold/heading-table.ts';
import { findPages, type TargetLocale } from '../corpus/find-pages.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { patternsOf, type Plan } from './plan.ts';

/** How the pages of a language that exist translate the headings of the source. */
export function learnHeadings(plan: Plan, { tag, part }: TargetLocale): HeadingTable {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const sources = new Set(found.source);
	const read = (path: string, locale: string, page: string): Document =>
		parseDocument(readSourceFile(join(plan.folder, path), { path, locale, page }));
	function* pairs(): Generator<readonly [Document, Document]> {
		for (const page of found.targets.get(tag) ?? [])
			if (sources.has(page))
				yield [
					read(source.path(page, ''), plan.sourceLocale, page),
					read(target.path(page, part), tag, page),
				];
	}
	return createHeadingTable(pairs(), localeNames(tag, part));
}
