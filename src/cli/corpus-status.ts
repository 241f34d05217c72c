import { join } from 'node:path';
import type { Finding } from '../checker/finding.ts';
import { translationStatus } from '../checker/staleness/translation-status.ts';
import { findPages } from '../corpus/find-pages.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import type { PageStatus, StatusReport } from '../reporters/status-report.ts';
import { checkCorpus } from './check-corpus.ts';
import { patternsOf, type Plan } from './plan.ts';
import { selectTasks } from './select-tasks.ts';

/**
 * How the translations of all source pages stand, or of those that are selected.
 *
 * @param includes whether a file takes part, by its path
 * @param onProgress told after each page: pages done, pages in all
 */
export async function corpusStatus(
	plan: Plan,
	includes?: (path: string) => boolean,
	onProgress?: (done: number, all: number) => void,
): Promise<StatusReport> {
	// Where a project switches the rule off, its pages are stale all the same.
	const severities = { ...plan.severities, 'stale-section': 'warning' as const };
	const { findings } = await checkCorpus({ ...plan, severities }, { includes }, onProgress);
	const byPath = Map.groupBy(findings, ({ path }) => path);
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const pages = selectTasks(plan, found, { includes })
		.filter(({ hasSource }) => hasSource)
		.map(({ page, targets }): PageStatus => {
			const isWhole = !includes || includes(source.path(page, ''));
			const shown = plan.locales.filter(({ part }) => isWhole || includes(target.path(page, part)));
			return {
				page,
				locales: new Map(
					shown.map(({ tag, part }) => {
						const path = target.path(page, part);
						const isThere = targets.includes(tag);
						return [tag, { path, ...statusOf(plan, path, tag, page, isThere, byPath) }];
					}),
				),
			};
		});
	const tags = plan.locales.map(({ tag }) => tag);
	return { locales: tags.filter((tag) => pages.some(({ locales }) => locales.has(tag))), pages };
}

function statusOf(
	{ folder }: Plan,
	path: string,
	locale: string,
	page: string,
	isThere: boolean,
	findings: ReadonlyMap<string, readonly Finding[]>,
) {
	const file = isThere ? readSourceFile(join(folder, path), { path, locale, page }) : undefined;
	return translationStatus(file, findings.get(path) ?? []);
}
