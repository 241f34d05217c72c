import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import { TOP_KEY } from '../checker/staleness/source-sections.ts';
import { count } from '../reporters/count.ts';
import { printable } from '../reporters/printable.ts';
import { wrap } from '../reporters/wrap.ts';
import type { Recorded, SyncOutcome } from './sync-outcome.ts';

/** More are told by `parity check`. */
const MOST_FINDINGS = 5;

/** What was recorded, and what was not and why, a line or more for each page; ends with a newline. */
export function syncReport(outcomes: readonly SyncOutcome[], width: number): string {
	const lines = outcomes.flatMap((outcome) => {
		const { kind, path } = outcome;
		const name = printable(path);
		if (kind === 'current') return [`${name}: already current`];
		if (kind === 'recorded') return wrap(`${name}: recorded ${printable(told(outcome))}`, width);
		return [
			...wrap(`${name}: not recorded, ${printable(outcome.reason)}`, width),
			...reasons(outcome.findings, width),
		];
	});
	return `${[...lines, ...total(outcomes), ...nextStep(outcomes)].join('\n')}\n`;
}

function told({ isFirst, sections }: Recorded): string {
	if (isFirst) return `for the first time, ${count(sections.length, 'section')}`;
	if (sections.length === 0) return 'anew';
	return sections
		.map(({ key, name }) => (key === TOP_KEY ? 'what stands above the first heading' : name))
		.join(', ');
}

function reasons(findings: readonly Finding[], width: number): string[] {
	const shown = findings.slice(0, MOST_FINDINGS).flatMap((finding) => {
		const { range, ruleId } = finding;
		const place = range ? `${range.start.line}:${range.start.column}  ` : '';
		const sentence = `${place}${printable(describe(finding))} (${ruleId})`;
		return wrap(sentence, width - 4).map((line, index) => `  ${index > 0 ? '  ' : ''}${line}`);
	});
	const left = findings.length - MOST_FINDINGS;
	return left > 0 ? [...shown, `  … and ${count(left, 'more error')}`] : shown;
}

function total(outcomes: readonly SyncOutcome[]): string[] {
	if (outcomes.length < 2) return [];
	const number = (kind: SyncOutcome['kind']): number =>
		outcomes.filter((outcome) => outcome.kind === kind).length;
	return [
		'',
		`${number('recorded')} recorded, ${number('current')} already current, ${number('refused')} not recorded`,
	];
}

function nextStep(outcomes: readonly SyncOutcome[]): string[] {
	const paths = outcomes.flatMap((outcome) =>
		outcome.kind === 'refused' && outcome.findings.length > 0 ? [outcome.path] : [],
	);
	if (paths.length === 0) return [];
	const what = paths.length === 1 ? ` ${printable(paths[0]!)}` : '';
	return [`Mend what \`npx parity check${what}\` reports, then sync again.`];
}
