import { statusJson } from '../reporters/status-json.ts';
import { statusMarkdown } from '../reporters/status-markdown.ts';
import type { StatusReport } from '../reporters/status-report.ts';
import { statusTable } from '../reporters/status-table.ts';
import { corpusStatus } from './corpus-status.ts';
import { findPlan } from './find-plan.ts';
import { pathSelector } from './path-selector.ts';
import { createProgress } from './progress.ts';
import { parseStatusOptions, STATUS_HELP, type StatusFormat } from './status-options.ts';
import { terminalStyle } from './terminal-style.ts';
import { UsageError } from './usage-error.ts';

/** `parity status`: how the translations stand. */
export async function status(args: readonly string[]): Promise<number> {
	const options = parseStatusOptions(args);
	if (options.wantsHelp) {
		process.stdout.write(STATUS_HELP);
		return 0;
	}
	const here = process.cwd();
	const { plan } = await findPlan(options, here);
	const { paths } = options;
	const includes = paths.length > 0 ? pathSelector(paths, here, plan.folder) : undefined;
	const progress = createProgress();
	const report = await corpusStatus(plan, includes, progress.show);
	progress.clear();
	if (report.pages.length === 0)
		throw new UsageError(
			`No source page matches \`${plan.source}\`${paths.length > 0 ? ' among the paths given' : ''}.`,
			`Patterns are relative to ${plan.folder}; pages end in .md or .mdx.`,
		);
	process.stdout.write(render(report, options.format));
	return 0;
}

function render(report: StatusReport, format: StatusFormat): string {
	if (format === 'json') return statusJson(report);
	return format === 'markdown' ? statusMarkdown(report) : statusTable(report, terminalStyle(80));
}
