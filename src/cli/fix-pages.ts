import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { localeNames } from '../checker/locale-names.ts';
import { createRepairer, type RepairedPage } from '../checker/repair/repair-page.ts';
import type { SourceFile } from '../checker/source-file.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { createPlannedChecker } from './check-pages.ts';
import type { FixOptions } from './fix-options.ts';
import { hasConflict } from './has-conflict.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';
import { readEngine } from './read-engine.ts';

/** A translation with its repair, or `undefined` for one that somebody has to merge first. */
export interface FixedPage {
	readonly file: SourceFile;
	readonly repaired: RepairedPage | undefined;
}

/** Repairs translations one after the other; nothing is written here. */
export async function* fixPages(
	plan: Plan,
	tasks: Iterable<PageTask>,
	{ takesStrings, ruleIds }: Pick<FixOptions, 'takesStrings' | 'ruleIds'>,
): AsyncGenerator<FixedPage> {
	const parts = new Map(plan.locales.map(({ tag, part }) => [tag, part]));
	const repairer = createRepairer({
		checker: createPlannedChecker(plan),
		tags: (locale) => localeNames(locale, parts.get(locale)),
		loadEngine: readEngine,
		...{ takesStrings, ruleIds },
	});
	const patterns = patternsOf(plan);
	const read = (path: string, locale: string, page: string): SourceFile =>
		readSourceFile(join(plan.folder, path), { path, locale, page });
	for (const { page, hasSource, targets } of tasks) {
		const source = hasSource
			? read(patterns.source.path(page, ''), plan.sourceLocale, page)
			: undefined;
		for (const { tag, part } of plan.locales) {
			if (!targets.includes(tag)) continue;
			const file = read(patterns.target.path(page, part), tag, page);
			const isTorn = hasConflict(file.text) && !hasConflict(source?.text ?? '');
			const repaired = isTorn ? undefined : await repairer.repairPage(source, file);
			yield { file, repaired };
		}
		// Trees that nobody needs any more are given back between two turns of the event loop only.
		await setImmediate();
	}
}
