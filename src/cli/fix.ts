import { join, resolve } from 'node:path';
import type { Finding } from '../checker/finding.ts';
import { findPages } from '../corpus/find-pages.ts';
import { fileDifference } from '../reporters/file-difference.ts';
import { repairLines, repairTotal, type FileRepair } from '../reporters/repair-lines.ts';
import { pretty } from '../reporters/pretty.ts';
import { createBaseline } from './baseline.ts';
import { findPlan } from './find-plan.ts';
import { FIX_HELP, parseFixOptions, type FixOptions } from './fix-options.ts';
import { fixPages } from './fix-pages.ts';
import { publicHelp } from './help-address.ts';
import { pathSelector } from './path-selector.ts';
import { patternsOf, type Plan } from './plan.ts';
import { createProgress } from './progress.ts';
import { selectTasks } from './select-tasks.ts';
import { terminalStyle } from './terminal-style.ts';
import { UsageError } from './usage-error.ts';
import { WriteError, writeWhole } from './write-file.ts';

/** `parity fix`: repairs what a machine can, and lists the rest. */
export async function fix(args: readonly string[]): Promise<number> {
	const options = parseFixOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(FIX_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan, config } = await findPlan(options, here);
	const { paths } = options;
	const includes = paths.length > 0 ? pathSelector(paths, here, plan.folder) : undefined;
	const baseline =
		config.baseline === undefined
			? undefined
			: createBaseline(resolve(plan.folder, config.baseline), plan, {
					...{ includes, isUpdated: false },
				});
	const run = await repairFiles(plan, includes, options);
	if (run.translations === 0)
		throw new UsageError(
			`No translation matches \`${plan.target}\`${paths.length > 0 ? ' among the paths given' : ''}.`,
			`Patterns are relative to ${plan.folder}; pages end in .md or .mdx.`,
		);
	// What is left is nothing that this command could repair if it were typed again.
	const left = run.left.map((finding) => ({ ...finding, isFixable: false }));
	const findings = baseline?.fresh(left) ?? left;
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const report = {
		findings,
		summary: {
			...{ pages: run.pages, pairs: run.pairs, errors },
			warnings: findings.length - errors,
		},
	};
	const total = repairTotal(run.repairs, { isDry: options.isDry, refused: run.refused });
	if (options.isDry)
		process.stderr.write(
			`${total}${findings.length > 0 ? ` A person would have to look at ${findings.length} more.` : ''}\n`,
		);
	else {
		const lines = `${[...repairLines(run.repairs), total].join('\n')}\n`;
		// Of files that were not looked at nobody knows that there is nothing to report.
		const hasReport = findings.length > 0 || run.refused === 0;
		process.stdout.write(
			hasReport ? `${lines}\n${pretty(report, { ...terminalStyle(100), ...publicHelp() })}` : lines,
		);
	}
	if (run.refused > 0) return 2;
	return errors > 0 ? 1 : 0;
}

interface Run {
	readonly repairs: readonly FileRepair[];
	/** What a person has to look at, of all files. */
	readonly left: readonly Finding[];
	readonly pages: number;
	readonly translations: number;
	/** Translations that have a source. */
	readonly pairs: number;
	/** How many files were left as they are, since they could not be repaired or written. */
	readonly refused: number;
}

async function repairFiles(
	plan: Plan,
	includes: ((path: string) => boolean) | undefined,
	options: FixOptions,
): Promise<Run> {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const tasks = selectTasks(plan, found, { includes });
	const repairs: FileRepair[] = [];
	const left: Finding[] = [];
	const progress = createProgress();
	let [translations, refused] = [0, 0];
	const refuse = (path: string, reason: string): void => {
		refused++;
		progress.clear();
		process.stderr.write(`parity: \`${path}\` was left as it is: ${reason}.\n`);
	};
	const all = tasks.reduce((sum, { targets }) => sum + targets.length, 0);
	for await (const { file, repaired } of fixPages(plan, tasks, options)) {
		progress.show(++translations, all);
		const { path, text } = file;
		if (!repaired) {
			refuse(path, 'it holds conflict markers of git. Resolve the conflict first');
			continue;
		}
		const isRepaired = repaired.text !== text;
		const failure = isRepaired && !options.isDry ? write(plan, path, repaired.text) : undefined;
		if (failure !== undefined) refuse(path, `it cannot be written: ${failure}`);
		else if (isRepaired) repairs.push({ path, before: repaired.before, left: repaired.left });
		if (isRepaired && options.isDry) {
			progress.clear();
			const { color } = terminalStyle(100);
			process.stdout.write(fileDifference(path, text, repaired.text, { color }));
		}
		for (const finding of failure === undefined ? repaired.left : repaired.before)
			if (options.ruleIds?.has(finding.ruleId) ?? true) left.push(finding);
	}
	progress.clear();
	const withSource = tasks.filter(({ hasSource }) => hasSource);
	const pairs = withSource.reduce((sum, { targets }) => sum + targets.length, 0);
	return { repairs, left, pages: withSource.length, translations, pairs, refused };
}

/** @returns why a file could not be written */
function write({ folder }: Plan, path: string, text: string): string | undefined {
	try {
		writeWhole(join(folder, path), text);
		return undefined;
	} catch (error) {
		if (!(error instanceof WriteError)) throw error;
		return error.reason;
	}
}
