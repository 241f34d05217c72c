import { appendFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../checker/report.ts';
import type { Baseline } from './baseline.ts';
import { checkCorpus, type CorpusReport } from './check-corpus.ts';
import { CHECK_HELP, parseCheckOptions, type CheckOptions } from './check-options.ts';
import type { ParityConfig } from './config.ts';
import { openCache } from './findings-cache.ts';
import { findPlan } from './find-plan.ts';
import { fileAddress, helpAddress } from './help-address.ts';
import { isSafetyRule } from './is-safety-rule.ts';
import { pathSelector } from './path-selector.ts';
import type { Plan } from './plan.ts';
import { createProgress } from './progress.ts';
import { defaultFormat, renderReport } from './render-report.ts';
import { UsageError } from './usage-error.ts';

/** `parity check`: finds, and tells. */
export async function check(args: readonly string[]): Promise<number> {
	const options = parseCheckOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(CHECK_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan, config } = await findPlan(options, here);
	const { folder } = plan;
	const { shard, paths } = options;
	const includes = paths.length > 0 ? pathSelector(paths, here, folder) : undefined;
	const path = baselinePath(options, config, folder, here);
	const baseline =
		path === undefined
			? undefined
			: (await import('./baseline.ts')).createBaseline(path, plan, {
					includes,
					shard,
					isUpdated: options.updatesBaseline,
				});
	const run = async (): Promise<CorpusReport> => {
		const progress = createProgress();
		const cache = options.usesCache ? () => openCache(plan) : undefined;
		const result = await checkCorpus(plan, { includes, shard }, progress.show, cache);
		progress.clear();
		refuseNothing(result, plan, paths);
		return result;
	};
	if (options.watches) {
		const { checkWatch } = await import('./check-watch.ts');
		return checkWatch(plan, { includes, shard }, baseline, run);
	}

	const result = await run();
	const report = weigh(result, baseline, options);
	const format = options.format ?? defaultFormat();
	process.stdout.write(await renderReport(format, report));
	if (format === 'github' && process.env.GITHUB_STEP_SUMMARY) {
		const { summary } = await import('../reporters/summary.ts');
		appendFileSync(process.env.GITHUB_STEP_SUMMARY, summary(report, { helpAddress, fileAddress }));
	}
	return report.summary.errors > 0 ? 1 : 0;
}

/** An option means a file from where somebody stands, a configuration one from where it lies. */
function baselinePath(
	{ baseline, updatesBaseline }: CheckOptions,
	config: ParityConfig,
	folder: string,
	here: string,
): string | undefined {
	if (baseline !== undefined) return resolve(here, baseline);
	if (config.baseline !== undefined) return resolve(folder, config.baseline);
	if (!updatesBaseline) return undefined;
	throw new UsageError(
		'It is not said which file is the baseline.',
		'Name it with --baseline FILE.',
	);
}

/** Patterns that match nothing are more likely wrong than at parity. */
function refuseNothing(
	{ files, pages, pairs, findings }: CorpusReport,
	{ source, target, folder }: Plan,
	paths: readonly string[],
): void {
	const isNothing = paths.length > 0 ? pages === 0 && findings.length === 0 : files === 0;
	if (isNothing)
		throw new UsageError(
			`No page matches \`${source}\` or \`${target}\`${paths.length > 0 ? ' among the paths given' : ''}.`,
			`Patterns are relative to ${folder}; pages end in .md or .mdx.`,
		);
	if (pages > 0 && pairs === 0)
		process.stderr.write(`No translation matches ${target}, so nothing was compared.\n`);
}

function weigh(
	{ findings, pages, pairs }: CorpusReport,
	baseline: Baseline | undefined,
	{ updatesBaseline }: CheckOptions,
): Report {
	if (baseline && updatesBaseline) {
		const count = baseline.update(findings);
		process.stderr.write(`The baseline accepts ${told(count)} now.\n`);
		const unsafe = findings.filter(({ ruleId }) => isSafetyRule(ruleId)).length;
		if (unsafe > 0)
			process.stderr.write(
				`It never accepts what is unsafe: ${told(unsafe)} ${unsafe === 1 ? 'stays' : 'stay'} reported.\n`,
			);
	}
	const fresh = baseline?.fresh(findings) ?? findings;
	const mended = baseline?.countMended(findings) ?? 0;
	if (mended > 0)
		process.stderr.write(
			`${told(mended)} of the baseline ${mended === 1 ? 'is' : 'are'} mended. Run with --update-baseline to take ${mended === 1 ? 'it' : 'them'} out.\n`,
		);
	const errors = fresh.filter(({ severity }) => severity === 'error').length;
	return {
		findings: fresh,
		summary: { pages, pairs, errors, warnings: fresh.length - errors },
		...(baseline && { baselined: findings.length - fresh.length }),
	};
}

function told(findings: number): string {
	return `${findings} finding${findings === 1 ? '' : 's'}`;
}
