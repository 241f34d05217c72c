import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { createChecker, type Checker } from '../checker/check.ts';
import type { Finding } from '../checker/finding.ts';
import { localeNames } from '../checker/locale-names.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { readEngine } from './read-engine.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';

/** A checker that knows the languages, the severities and the policy of a plan. */
export function createPlannedChecker(plan: Plan): Checker {
	const parts = new Map(plan.locales.map(({ tag, part }) => [tag, part]));
	return createChecker({
		...plan,
		loadEngine: readEngine,
		tags: (locale) => localeNames(locale, parts.get(locale)),
	});
}

/**
 * Checks pages one after the other, so that memory holds one page at a time.
 *
 * @param checker one that has loaded its grammars, where pages are checked again and again
 */
export async function* checkPages(
	plan: Plan,
	tasks: Iterable<PageTask>,
	checker: Checker = createPlannedChecker(plan),
): AsyncGenerator<readonly Finding[]> {
	const { source, target } = patternsOf(plan);
	const read = (path: string, locale: string, page: string) =>
		readSourceFile(join(plan.folder, path), { path, locale, page });
	for (const { page, hasSource, targets } of tasks) {
		yield await checker.checkPage({
			source: hasSource ? read(source.path(page, ''), plan.sourceLocale, page) : undefined,
			targets: plan.locales
				.filter(({ tag }) => targets.includes(tag))
				.map(({ tag, part }) => read(target.path(page, part), tag, page)),
		});
		// Trees that nobody needs any more are given back between two turns of the event loop only.
		await setImmediate();
	}
}
