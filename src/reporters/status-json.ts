import { jsonText } from './json-text.ts';
import { countStates, type PageStatus, type StatusReport } from './status-report.ts';

/**
 * The state of all translations for programs: one object, versioned, keys in a stable order. Ends
 * with a newline.
 */
export function statusJson(report: StatusReport): string {
	const summary = report.locales.map((locale) => [locale, countStates(report, locale)]);
	return jsonText({
		version: 1,
		pages: report.pages.map(({ page, locales }) => ({ page, locales: entries(locales) })),
		summary: Object.fromEntries(summary) as unknown,
	});
}

function entries(locales: PageStatus['locales']): Record<string, unknown> {
	return Object.fromEntries(
		[...locales].map(([locale, { path, state, staleSections, errors, warnings }]) => {
			const sections = staleSections.map(({ key, name }) => ({ key, name }));
			return [locale, { path, state, staleSections: sections, errors, warnings }];
		}),
	);
}
