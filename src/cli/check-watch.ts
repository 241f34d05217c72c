import { join } from 'node:path';
import { compareFindings, type Finding } from '../checker/finding.ts';
import { inventoryRules } from '../checker/rules/inventory-rules.ts';
import type { Baseline } from './baseline.ts';
import type { CorpusReport } from './check-corpus.ts';
import { checkInventory } from './check-inventory.ts';
import { checkPages, createPlannedChecker } from './check-pages.ts';
import { patternsOf, type Plan } from './plan.ts';
import type { CorpusSelection } from './select-tasks.ts';
import { watchFolders } from './watch-folders.ts';
import { lookAtPages, savedFiles } from './watched-pages.ts';
import { watchReport } from './watch-report.ts';

/**
 * Checks once, then after each save the pages that it concerns, until somebody presses Ctrl-C.
 *
 * @param run checks everything that the plan and the selection hold
 * @returns the exit code, which is always 0
 */
export async function checkWatch(
	plan: Plan,
	selection: CorpusSelection,
	baseline: Baseline | undefined,
	run: () => Promise<CorpusReport>,
): Promise<number> {
	const { source, target } = patternsOf(plan);
	const checker = createPlannedChecker(plan);
	const { promise: end, resolve: stop, reject: fail } = Promise.withResolvers<unknown>();
	process.once('SIGINT', stop);
	// Before the first run, so that nothing that is saved meanwhile escapes.
	let pages = lookAtPages(plan, selection);
	let findings: readonly Finding[] = [];
	let rounds = run().then(async (report) => {
		findings = report.findings;
		await tell(findings, []);
	});
	const roots = [source.folder(''), ...plan.locales.map(({ part }) => target.folder(part))];
	const watch = watchFolders(
		roots.map((root) => join(plan.folder, root)),
		() => {
			rounds = rounds.then(checkAgain).catch(fail);
		},
		fail,
	);
	rounds.catch(fail);
	try {
		await end;
		return 0;
	} finally {
		process.removeListener('SIGINT', stop);
		watch.close();
	}

	async function checkAgain(): Promise<void> {
		const now = lookAtPages(plan, selection);
		const saved = savedFiles(pages, now);
		pages = now;
		if (saved.size === 0) return;
		const changed = new Set(saved.values());
		const next = findings.filter(
			({ page, ruleId }) => !changed.has(page) && !isOfInventory(ruleId),
		);
		const tasks = now.tasks.filter(({ page }) => changed.has(page));
		for await (const { findings: found } of checkPages(plan, tasks, { checker }))
			next.push(...found);
		next.push(...(await checkInventory(plan, now.found, now.tasks, selection.includes)));
		findings = next.sort(compareFindings);
		// A source page that changed concerns all its translations.
		const concerns = ({ path, page }: Finding): boolean =>
			saved.has(path) || saved.has(source.path(page, ''));
		await tell(findings.filter(concerns), [...saved.keys()]);
	}

	async function tell(shown: readonly Finding[], saved: readonly string[]): Promise<void> {
		const fresh = (list: readonly Finding[]) => baseline?.fresh(list) ?? list;
		const text = await watchReport(fresh(findings), fresh(shown), saved);
		process.stdout.write(process.stdout.isTTY ? `\u001b[2J\u001b[H${text}` : text);
	}
}

function isOfInventory(ruleId: string): boolean {
	return inventoryRules.some(({ id }) => id === ruleId);
}
