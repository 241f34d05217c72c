import { compareFindings, type Finding } from '../checker/finding.ts';
import { findPages } from '../corpus/find-pages.ts';
import { checkInThreads } from './check-in-threads.ts';
import type { FindingsCache } from './findings-cache.ts';
import { keyOf } from './page-key.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';
import { createGroupReader } from './read-group.ts';
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

/** Files from which it takes longer to check them than to find out that they are known. */
const WORTH_A_CACHE = 100;

/**
 * Checks all pages that a plan finds, or a selection of them.
 *
 * @param onProgress told after each page: pages done, pages in all
 * @param openCache gives what the last run found, where this one may rely on that
 */
export async function checkCorpus(
	plan: Plan,
	selection: CorpusSelection = {},
	onProgress?: (done: number, all: number) => void,
	openCache?: () => FindingsCache | undefined,
): Promise<CorpusReport> {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const tasks = selectTasks(plan, found, selection);
	const translations = [...found.targets.values()].reduce((sum, { length }) => sum + length, 0);
	const files = found.source.length + translations;
	const cache = files < WORTH_A_CACHE ? undefined : openCache?.();
	const { known, open } = lookUp(plan, tasks, cache);
	const batches = checkInThreads(plan, open, cache !== undefined);
	const { checkInventory } = await import('./check-inventory.ts');
	const findings = await checkInventory(plan, found, tasks, selection.includes);
	for (const each of known.values()) for (const finding of each) findings.push(finding);
	let done = known.size;
	for await (const batch of batches) {
		for (const page of batch) {
			for (const finding of page.findings) findings.push(finding);
			if (page.key !== undefined) known.set(page.key, page.findings);
		}
		done += batch.length;
		onProgress?.(done, tasks.length);
	}
	const isWhole = !selection.includes && !selection.shard;
	if (cache && isWhole && (open.length > 0 || known.size < cache.size)) cache.replace(known);
	const withSource = tasks.filter(({ hasSource }) => hasSource);
	return {
		findings: findings.sort(compareFindings),
		pages: withSource.length,
		pairs: withSource.reduce((sum, { targets }) => sum + targets.length, 0),
		files,
	};
}

/** What the cache knows of pages as they are, by their keys, and those of which it knows nothing. */
function lookUp(
	plan: Plan,
	tasks: readonly PageTask[],
	cache: FindingsCache | undefined,
): { readonly known: Map<string, readonly Finding[]>; readonly open: readonly PageTask[] } {
	const known = new Map<string, readonly Finding[]>();
	if (!cache || cache.size === 0) return { known, open: tasks };
	const readGroup = createGroupReader(plan);
	const open = tasks.filter((task) => {
		const key = keyOf(readGroup(task));
		const findings = cache.find(key);
		if (findings) known.set(key, findings);
		return !findings;
	});
	return { known, open };
}
