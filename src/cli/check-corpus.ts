import { compareFindings, type Finding } from '../checker/finding.ts';
import { findPages } from '../corpus/find-pages.ts';
import { checkInThreads } from './check-in-threads.ts';
import { patternsOf, type Plan } from './plan.ts';
import { selectTasks, type CorpusSelection } from './select-tasks.ts';

export interface CorpusReport {
	/** Sorted by path and position. */
	readonly findings: readonly Finding[];
	/** Source pages that were looked at. */
	readonly pages: number;
	/** Translations that were compared with their source. */
	readonly pairs: number;
	/** Files that match the patterns, whether or not the selection holds them. */
	readonly files: number;
}

/**
 * Checks all pages that a plan finds, or a selection of them.
 *
 * @param onProgress told after each page: pages done, pages in all
 */
export async function checkCorpus(
	plan: Plan,
	selection: CorpusSelection = {},
	onProgress?: (done: number, all: number) => void,
): Promise<CorpusReport> {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const tasks = selectTasks(plan, found, selection);
	const batches = checkInThreads(plan, tasks);
	const { checkInventory } = await import('./check-inventory.ts');
	const findings = await checkInventory(plan, found, tasks, selection.includes);
	let done = 0;
	for await (const batch of batches) {
		for (const finding of batch.findings) findings.push(finding);
		done += batch.pages;
		onProgress?.(done, tasks.length);
	}
	const withSource = tasks.filter(({ hasSource }) => hasSource);
	const translations = [...found.targets.values()].reduce((sum, { length }) => sum + length, 0);
	return {
		findings: findings.sort(compareFindings),
		pages: withSource.length,
		pairs: withSource.reduce((sum, { targets }) => sum + targets.length, 0),
		files: found.source.length + translations,
	};
}
