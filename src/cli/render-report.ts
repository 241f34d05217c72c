import type { Report } from '../checker/report.ts';
import type { Format } from './check-options.ts';
import { helpAddress } from './help-address.ts';

/** Wider lines are hard to read. */
const MOST_COLUMNS = 120;
/** Of a terminal that does not tell, and of a file. */
const USUAL_COLUMNS = 100;

/** What fits where the command runs. */
export function defaultFormat(): Format {
	return process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty';
}

/** A report as text. Loads the reporter that is asked for, and no other. */
export async function renderReport(format: Format, report: Report): Promise<string> {
	switch (format) {
		case 'json': {
			const { json } = await import('../reporters/json.ts');
			return json(report);
		}
		case 'github': {
			const { github } = await import('../reporters/github.ts');
			return github(report);
		}
		case 'sarif': {
			const { sarif } = await import('../reporters/sarif.ts');
			const { parityRules } = await import('../checker/rules/index.ts');
			return sarif(report, { rules: parityRules, helpAddress, version: '1.0.0' });
		}
		case 'pretty': {
			const { pretty } = await import('../reporters/pretty.ts');
			const { stdout } = process;
			const color = stdout.isTTY && stdout.hasColors();
			const width = Math.min(stdout.columns || USUAL_COLUMNS, MOST_COLUMNS);
			return pretty(report, { color, width, helpAddress });
		}
	}
}
