import type { Report } from '../checker/report.ts';
import type { Format } from './check-options.ts';
import { helpAddress, publicHelp } from './help-address.ts';
import { terminalStyle } from './terminal-style.ts';

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
			return pretty(report, { ...terminalStyle(USUAL_COLUMNS), ...publicHelp() });
		}
	}
}
