import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import type { Report } from '../checker/report.ts';
import { count } from './count.ts';
import { errorsFirst } from './errors-first.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { nextStep } from './next-step.ts';
import { total } from './total.ts';

export interface SummaryOptions {
	/** Address of the page about a rule. */
	readonly helpAddress: (ruleId: string) => string;
	/** Address of a file, and of a line in it where the finding has one. */
	readonly fileAddress?: (path: string, line?: number) => string;
}

const MOST_FINDINGS = 50;

/**
 * A report as Markdown, for the summary of a job or a comment on a pull request. What is quoted
 * from content cannot become markup. Ends with a newline.
 */
export function summary(report: Report, options: SummaryOptions): string {
	const { findings } = report;
	const opening = ['## Translation parity', total(report)];
	const sections =
		findings.length === 0
			? opening
			: [
					...opening,
					localesTable(findings),
					findingsTable(findings, options),
					...rest(findings),
					whatNext(findings, options),
				];
	return `${sections.join('\n\n')}\n`;
}

function localesTable(findings: readonly Finding[]): string {
	const locales = [...new Set(findings.map(({ locale }) => locale))].sort();
	const rows = locales.map((locale) => {
		const own = findings.filter((finding) => finding.locale === locale);
		const errors = own.filter(({ severity }) => severity === 'error').length;
		const pages = new Set(own.map(({ page }) => page)).size;
		return [markdownText(locale), errors, own.length - errors, pages];
	});
	return table(['Locale', 'Errors', 'Warnings', 'Pages with findings'], rows, [1, 2, 3]);
}

function findingsTable(findings: readonly Finding[], options: SummaryOptions): string {
	const rows = errorsFirst(findings)
		.slice(0, MOST_FINDINGS)
		.map((finding) => [
			finding.severity,
			placeLink(finding, options),
			link(finding.ruleId, options.helpAddress(finding.ruleId)),
			markdownText(describe(finding)),
		]);
	return table(['Severity', 'Place', 'Rule', 'What differs'], rows);
}

/** A missing file has no address. */
function placeLink({ path, range, isFileMissing }: Finding, { fileAddress }: SummaryOptions) {
	const line = range?.start.line;
	const text = line === undefined ? path : `${path}:${line}`;
	if (!fileAddress || isFileMissing) return markdownCode(text);
	return link(markdownCode(text), fileAddress(path, line));
}

function link(markdown: string, address: string): string {
	return `[${markdown}](<${inAngleBrackets(address)}>)`;
}

/** What would end an address in angle brackets, or the cell that it stands in. */
function inAngleBrackets(address: string): string {
	return address.replace(/[\s<>|\\`]/g, (character) => encodeURIComponent(character));
}

function rest(findings: readonly Finding[]): string[] {
	const left = findings.length - MOST_FINDINGS;
	return left > 0 ? [`… and ${count(left, 'more finding')}.`] : [];
}

function whatNext(findings: readonly Finding[], { helpAddress }: SummaryOptions): string {
	const next = nextStep(findings)!;
	const { repair } = next;
	const mend = repair ? `Repair ${repair.which} with ${markdownCode(repair.command)}. ` : '';
	return `${mend}Read ${link(next.ruleId, helpAddress(next.ruleId))}, or run \`${next.explain}\`.`;
}

/** @param numbers columns to align as numbers */
function table(
	head: readonly string[],
	rows: readonly (readonly (string | number)[])[],
	numbers: readonly number[] = [],
): string {
	const rule = head.map((_, column) => (numbers.includes(column) ? '---:' : '---'));
	return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
