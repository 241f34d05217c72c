import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import type { Range } from '../checker/place.ts';
import type { Report } from '../checker/report.ts';
import { annotatedPlace } from './annotated-place.ts';
import { differenceLines } from './difference-lines.ts';
import { errorsFirst } from './errors-first.ts';
import { placeText } from './place-text.ts';
import { printable } from './printable.ts';
import { total } from './total.ts';

/**
 * A report as workflow commands, which GitHub shows beside the lines of a pull request. It shows
 * about ten of each severity, so the total comes first and errors come before warnings. Ends with a
 * newline.
 */
export function github(report: Report): string {
	const { findings } = report;
	if (findings.length === 0) return `${total(report)}\n`;
	return [
		command('notice', { title: 'Translation parity' }, total(report)),
		...errorsFirst(findings).map((finding) =>
			command(finding.severity, properties(finding), message(finding).join('\n')),
		),
	]
		.map((line) => `${line}\n`)
		.join('');
}

type Properties = Readonly<Record<string, string | number>>;

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function command(name: string, properties: Properties, text: string): string {
	const pairs = Object.entries(properties).map(
		([key, value]) => `${key}=${escapeProperty(String(value))}`,
	);
	return `::${name} ${pairs.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function properties(finding: Finding): Properties {
	const { path, range } = annotatedPlace(finding);
	return { file: path, ...(range && lines(range)), title: finding.ruleId };
}

/** GitHub knows columns within one line only. */
function lines({ start, end }: Range): Properties {
	if (start.line !== end.line) return { line: start.line, endLine: end.line };
	return { line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}

function message(finding: Finding): string[] {
	const { source, path, isFileMissing, differences } = finding;
	return [
		printable(describe(finding)),
		...(isFileMissing ? [`missing ${placeText({ path })}`] : []),
		...(source && !isFileMissing ? [`source ${placeText(source)}`] : []),
		...differenceLines(differences).map(({ text }) => text),
	];
}
