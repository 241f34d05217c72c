import { join, relative, resolve, sep } from 'node:path';
import { parseDocument } from '../checker/document/parse-document.ts';
import { readRecord } from '../checker/staleness/record.ts';
import { findPages, type TargetLocale } from '../corpus/find-pages.ts';
import { readSourceFile } from '../corpus/read-source-file.ts';
import { DIFF_HELP, parseDiffOptions } from './diff-options.ts';
import { diffReport, type DiffGroup } from './diff-report.ts';
import { findPlan } from './find-plan.ts';
import { findLocale, findPage } from './new-target.ts';
import { patternsOf, type Plan } from './plan.ts';
import { sourceDifferences } from './source-differences.ts';
import { terminalStyle } from './terminal-style.ts';
import { UsageError } from './usage-error.ts';

/** `parity diff`: what changed in the source since it was translated. */
export async function diff(args: readonly string[]): Promise<number> {
	const options = parseDiffOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(DIFF_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan } = await findPlan(options, here);
	const only = options.only.map((typed) => findLocale(typed, plan));
	const asked = options.paths.map((typed) => ({
		page: findPage(typed, plan, here),
		locales: only.length > 0 ? only : localesOf(typed, plan, here),
	}));
	const { color } = terminalStyle(0);
	const reports: string[] = [];
	for (const { page, locales } of asked)
		reports.push(...(await diffPage(plan, page, locales, color)));
	process.stdout.write(reports.join('\n'));
	return 0;
}

/** The path of a translation means its language, all else all of them. */
function localesOf(typed: string, plan: Plan, here: string): readonly TargetLocale[] {
	const { target } = patternsOf(plan);
	const path = relative(plan.folder, resolve(here, typed)).split(sep).join('/');
	const locale = plan.locales.find(({ part }) => target.match(path, part));
	return locale ? [locale] : plan.locales;
}

async function diffPage(
	plan: Plan,
	page: string,
	locales: readonly TargetLocale[],
	color: boolean,
): Promise<string[]> {
	const { source: pattern, target } = patternsOf(plan);
	const sourcePath = pattern.path(page, '');
	const source = parseDocument(read(plan, sourcePath, plan.sourceLocale, page));
	if (source.defect || source.parseError)
		throw new UsageError(
			`The source page \`${sourcePath}\` cannot be read.`,
			`Run \`npx parity check ${sourcePath}\` for the reason.`,
		);
	const found = findPages(plan.folder, pattern, target, plan.locales);
	const sentences: string[] = [];
	const recorded = new Map<string, { digests: ReadonlyMap<string, string>; paths: string[] }>();
	for (const { tag, part } of locales) {
		const path = target.path(page, part);
		if (!found.targets.get(tag)!.includes(page)) {
			sentences.push(
				`${path}: not translated yet. Begin with \`npx parity new ${tag} ${page}\`.\n`,
			);
			continue;
		}
		const record = readRecord(parseDocument(read(plan, path, tag, page)));
		if (!record || record.isBroken) {
			sentences.push(
				`${path}: ${record ? 'its record cannot be read' : 'it has no record of what it was made from'}. Once it matches its source, run \`npx parity sync ${path}\`.\n`,
			);
			continue;
		}
		const key = JSON.stringify([...record.digests]);
		const same = recorded.get(key);
		if (same) same.paths.push(path);
		else recorded.set(key, { digests: record.digests, paths: [path] });
	}
	const groups = [...recorded.values()];
	const differences = await sourceDifferences(
		source,
		join(plan.folder, sourcePath),
		groups.map(({ digests }) => digests),
		plan.policy.translatedKeys,
	);
	const reports = groups.map(({ paths }, index): DiffGroup => {
		return { sourcePath, paths, differences: differences[index]! };
	});
	return [...reports.map((group) => diffReport(group, color)), ...sentences];
}

function read({ folder }: Plan, path: string, locale: string, page: string) {
	return readSourceFile(join(folder, path), { path, locale, page });
}
