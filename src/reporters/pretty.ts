import { styleText } from 'node:util';
import { describe } from '../checker/describe.ts';
import type { Finding } from '../checker/finding.ts';
import type { Report } from '../checker/report.ts';
import { differenceLines } from './difference-lines.ts';
import { nextStep } from './next-step.ts';
import { placeText } from './place-text.ts';
import { printable } from './printable.ts';
import { total } from './total.ts';
import { columns, wrap, wrapCode } from './wrap.ts';

export interface PrettyOptions {
	/** Whether whoever reads this understands SGR escape sequences. */
	readonly color?: boolean;
	/** Columns of the terminal. */
	readonly width?: number;
	/** Address of the page about a rule. */
	readonly helpAddress?: (ruleId: string) => string;
}

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';
type Paint = (style: Style, text: string) => string;

const SEVERITY_STYLES = { error: 'red', warning: 'yellow' } as const;
const DIFFERENCE_STYLES = { expected: 'red', found: 'green', note: 'dim' } as const;

/**
 * A report for people at a terminal: for each file its findings in the order in which somebody mends
 * them, then the total and the next step. Ends with a newline.
 */
export function pretty(
	report: Report,
	{ color = false, width = 100, helpAddress }: PrettyOptions = {},
): string {
	const paint: Paint = color
		? (style, text) => styleText(style, text, { validateStream: false })
		: (_style, text) => text;
	const { findings } = report;
	if (findings.length === 0) return `${total(report)}\n`;
	const placeWidth = Math.max(...findings.map((finding) => position(finding).length));
	const blocks = [...byPath(findings)].map(([path, ofFile]) => [
		`${paint('bold', printable(path))}${ofFile[0]?.isFileMissing ? paint('dim', '  no such file') : ''}`,
		...ofFile.flatMap((finding) => entry(finding, placeWidth, width, paint)),
	]);
	const sum = wrap(total(report), width).map((line) => paint('bold', line));
	const closing = [...sum, ...whatNext(findings, helpAddress)];
	return [...blocks, closing].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
	const files = new Map<string, Finding[]>();
	for (const finding of findings) {
		const ofFile = files.get(finding.path);
		if (ofFile) ofFile.push(finding);
		else files.set(finding.path, [finding]);
	}
	return files;
}

function position({ range }: Finding): string {
	return range ? `${range.start.line}:${range.start.column}` : 'file';
}

/** `  line:column  severity  sentences  rule`, and below the sentences what they are about. */
function entry(finding: Finding, placeWidth: number, width: number, paint: Paint): string[] {
	const { severity, ruleId, source, differences } = finding;
	const margin = ' '.repeat(2 + placeWidth + 2 + 'warning'.length + 2);
	const room = Math.max(width - margin.length, 24);
	const sentences = wrap(printable(describe(finding)), room);
	const last = sentences.pop()!;
	const tail =
		columns(last) + 2 + ruleId.length <= room
			? [`${last}  ${paint('dim', ruleId)}`]
			: [last, paint('dim', ruleId)];
	const [first = '', ...rest] = [...sentences, ...tail];
	const place = paint('dim', position(finding).padEnd(placeWidth));
	const label = `${paint(SEVERITY_STYLES[severity], severity)}${' '.repeat('warning'.length - severity.length)}`;
	return [
		`  ${place}  ${label}  ${first}`,
		...[
			...rest,
			...(source ? [paint('dim', `source ${placeText(source)}`)] : []),
			...differenceLines(differences).flatMap(({ kind, text }) =>
				wrapCode(text, room - 2).map((line, index) =>
					paint(DIFFERENCE_STYLES[kind], index === 0 ? line : `  ${line}`),
				),
			),
		].map((line) => margin + line),
	];
}

function whatNext(
	findings: readonly Finding[],
	helpAddress: PrettyOptions['helpAddress'],
): string[] {
	const next = nextStep(findings);
	if (!next) return [];
	const page = helpAddress ? `  ${helpAddress(next.ruleId)}` : '';
	const { repair } = next;
	return [
		...(repair ? [`Repair ${repair.which}: ${repair.command}`] : []),
		`Read on: ${next.explain}${page}`,
	];
}
