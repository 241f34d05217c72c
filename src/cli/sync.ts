import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { SourceFile } from '../checker/source-file.ts';
import { findPages } from '../corpus/find-pages.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { createPlannedChecker } from './check-pages.ts';
import { findPlan } from './find-plan.ts';
import { pathSelector } from './path-selector.ts';
import { patternsOf, type Plan } from './plan.ts';
import { selectTasks, type CorpusSelection } from './select-tasks.ts';
import { parseSyncOptions, SYNC_HELP } from './sync-options.ts';
import type { SyncOutcome } from './sync-outcome.ts';
import { syncPage } from './sync-page.ts';
import { syncReport } from './sync-report.ts';
import { terminalStyle } from './terminal-style.ts';
import { UsageError } from './usage-error.ts';

/** `parity sync`: records that translations match their source, and nothing else does. */
export async function sync(args: readonly string[]): Promise<number> {
	const options = parseSyncOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(SYNC_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan: asked } = await findPlan(options, here);
	// Whether a record tells the truth is asked whatever a project makes of it.
	const plan = { ...asked, severities: { ...asked.severities, 'stale-record': 'error' as const } };
	const selectors = options.paths.map((path) => pathSelector([path], here, plan.folder));
	for (const [index, includes] of selectors.entries())
		refuseNothing(plan, includes, options.paths[index]!);
	const includes = (path: string): boolean => selectors.some((selects) => selects(path));
	const checker = createPlannedChecker(plan);
	const outcomes: SyncOutcome[] = [];
	for (const group of groups(plan, { includes })) {
		outcomes.push(...(await syncPage(plan, checker, group, options.sections)));
		// Trees that nobody needs any more are given back between two turns of the event loop only.
		await setImmediate();
	}
	process.stdout.write(syncReport(outcomes, terminalStyle(100).width));
	return outcomes.some(({ kind }) => kind === 'refused') ? 1 : 0;
}

/** Pages with the translations that are selected, each read when its turn comes. */
function* groups(
	plan: Plan,
	selection: CorpusSelection,
): Generator<{ source: SourceFile | undefined; targets: SourceFile[] }> {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const read = (path: string, locale: string, page: string): SourceFile =>
		readSourceFile(join(plan.folder, path), { path, locale, page });
	for (const { page, hasSource, targets } of selectTasks(plan, found, selection))
		yield {
			source: hasSource ? read(source.path(page, ''), plan.sourceLocale, page) : undefined,
			targets: plan.locales
				.filter(({ tag }) => targets.includes(tag))
				.map(({ tag, part }) => read(target.path(page, part), tag, page)),
		};
}

function refuseNothing(plan: Plan, includes: (path: string) => boolean, path: string): void {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const tasks = selectTasks(plan, found, { includes });
	if (tasks.some(({ targets }) => targets.length > 0)) return;
	throw new UsageError(
		`There is no translation at \`${path}\`.`,
		tasks.length > 0
			? 'Begin one with `npx parity new`.'
			: `Translations are looked for at \`${plan.target}\`, relative to ${plan.folder}.`,
	);
}
