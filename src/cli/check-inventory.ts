import { join } from 'node:path';
import { checkInventory as tell } from '../checker/check-inventory.ts';
import type { Finding } from '../checker/finding.ts';
import { findOrphans } from '../checker/inventory.ts';
import { localeNames } from '../checker/locale-names.ts';
import type { FoundPages, TargetLocale } from '../corpus/find-pages.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';

/** Most pages that are read to find out under which name the source of an orphan goes on. */
const MOST_CANDIDATES = 300;

/**
 * Which pages are missing, and which have lost their source.
 *
 * @param includes whether a file takes part, by its path
 */
export async function checkInventory(
	plan: Plan,
	found: FoundPages,
	tasks: readonly PageTask[],
	includes?: (path: string) => boolean,
): Promise<Finding[]> {
	const { source, target } = patternsOf(plan);
	const hasSource = new Map(tasks.map((task) => [task.page, task.hasSource]));
	const locales = plan.locales.map(async (locale) => ({
		locale: locale.tag,
		pages: found.targets.get(locale.tag) ?? [],
		path: (page: string): string => target.path(page, locale.part),
		orphans: await orphansOf(plan, found, locale),
	}));
	const inventory = {
		sourcePages: found.source,
		sourcePath: (page: string) => source.path(page, ''),
		locales: await Promise.all(locales),
	};
	const findings = tell(inventory, plan.severities);
	return findings.filter(
		({ page, path }) =>
			hasSource.has(page) &&
			(!includes || includes(path) || (hasSource.get(page) && includes(source.path(page, '')))),
	);
}

async function orphansOf(
	plan: Plan,
	found: FoundPages,
	{ tag, part }: TargetLocale,
): Promise<ReadonlyMap<string, string | undefined>> {
	const pages = found.targets.get(tag) ?? [];
	const orphans = findOrphans(found.source, pages);
	const nameless = [...orphans].filter(([, near]) => near === undefined).map(([page]) => page);
	if (nameless.length === 0 || nameless.length > MOST_CANDIDATES) return orphans;
	// Reading pages takes the parser, which is not needed where nothing was renamed.
	const { findRenamed } = await import('../checker/rename.ts');
	const { source, target } = patternsOf(plan);
	const read = (path: string, locale: string, page: string) =>
		readSourceFile(join(plan.folder, path), { path, locale, page });
	const taken = new Set([...pages, ...orphans.values()]);
	const candidates = found.source
		.filter((page) => !taken.has(page))
		.slice(0, MOST_CANDIDATES)
		.map((page) => read(source.path(page, ''), plan.sourceLocale, page));
	const names = [...localeNames(plan.sourceLocale, undefined), ...localeNames(tag, part)];
	const renamed = nameless.flatMap((page): [string, string][] => {
		const orphan = read(target.path(page, part), tag, page);
		const name = findRenamed(orphan, candidates, names);
		return name === undefined ? [] : [[page, name]];
	});
	return findOrphans(found.source, pages, new Map(renamed));
}
