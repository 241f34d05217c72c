import type { TranslationStatus } from '../checker/staleness/translation-status.ts';
import { count } from './count.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { countStates, sectionLabel, STATES, type StatusReport } from './status-report.ts';

/** A comment on a pull request holds 65,536 characters. */
const MOST_PAGES = 100;
const MOST_SECTIONS = 4;

/**
 * The state of all translations as Markdown, for a comment on a pull request: the totals, then the
 * pages with something to do. What is quoted from content cannot become markup. Ends with a newline.
 */
export function statusMarkdown(report: StatusReport): string {
	const open = report.pages.filter(({ locales }) =>
		[...locales.values()].some(({ state }) => state !== 'current'),
	);
	const left = open.length - MOST_PAGES;
	const parts = [
		'## Translation status',
		totals(report),
		...(open.length > 0 ? [pagesTable({ ...report, pages: open.slice(0, MOST_PAGES) })] : []),
		...(left > 0 ? [`… and ${count(left, 'more page')}. Run \`npx parity status\`.`] : []),
	];
	return `${parts.join('\n\n')}\n`;
}

function totals(report: StatusReport): string {
	return table(
		['Locale', ...STATES],
		report.locales.map((locale) => {
			const counts = countStates(report, locale);
			return [markdownText(locale), ...STATES.map((state) => counts[state])];
		}),
		' ---: |'.repeat(STATES.length),
	);
}

function pagesTable({ locales, pages }: StatusReport): string {
	return table(
		['Page', ...locales.map(markdownText)],
		pages.map(({ page, locales: states }) => [
			markdownCode(page),
			...locales.map((locale) => cell(states.get(locale))),
		]),
		' --- |'.repeat(locales.length),
	);
}

function cell(status: TranslationStatus | undefined): string {
	if (!status) return '';
	const { state, staleSections: sections, errors } = status;
	const told = state === 'broken' ? `broken: ${count(errors, 'error')}` : state;
	if (sections.length === 0) return told;
	const names = sections.slice(0, MOST_SECTIONS).map(sectionLabel).map(markdownText);
	const rest = sections.length > MOST_SECTIONS ? ', …' : '';
	const stale = `${count(sections.length, 'section')} stale (${names.join(', ')}${rest})`;
	return state === 'broken' ? `${told}, ${stale}` : stale;
}

/** @param rule below the head, behind the first column */
function table(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[],
	rule: string,
): string {
	const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), `| --- |${rule}`, ...rows.map(line)].join('\n');
}
