import { styleText } from 'node:util';
import type {
	TranslationState,
	TranslationStatus,
} from '../checker/staleness/translation-status.ts';
import { count } from './count.ts';
import { printable } from './printable.ts';
import {
	countStates,
	sectionLabel,
	STATES,
	type PageStatus,
	type StatusReport,
} from './status-report.ts';
import { columns, wrap } from './wrap.ts';

export interface StatusTableOptions {
	/** Whether whoever reads this understands SGR escape sequences. */
	readonly color?: boolean;
	/** Columns of the terminal. */
	readonly width?: number;
}

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';
type Paint = (style: Style, text: string) => string;

const STYLES: Readonly<Record<TranslationState, Style>> = {
	current: 'green',
	stale: 'yellow',
	unrecorded: 'yellow',
	broken: 'red',
	missing: 'dim',
};

const GAP = '  ';
/** A narrower column of pages is not worth reading. */
const LEAST_PAGE = 24;

/**
 * The state of all translations for people at a terminal: pages × languages, the sections that
 * changed, and the totals. Ends with a newline.
 */
export function statusTable(
	report: StatusReport,
	{ color = false, width = 80 }: StatusTableOptions = {},
): string {
	const paint: Paint = color
		? (style, text) => styleText(style, text, { validateStream: false })
		: (_style, text) => text;
	const parts = [
		...fitting(report, width).map((locales) => grid({ ...report, locales }, width, paint)),
		staleSections(report, width, paint),
		totals(report, paint),
	];
	return parts
		.filter((lines) => lines.length > 0)
		.map((lines) => `${lines.join('\n')}\n`)
		.join('\n');
}

/** Languages that fit beside the pages; the others have a table of their own below. */
function fitting(report: StatusReport, width: number): string[][] {
	const groups: string[][] = [[]];
	let used = LEAST_PAGE;
	for (const locale of report.locales) {
		const wide = GAP.length + cellWidth(report, locale);
		if (used + wide > width && groups.at(-1)!.length > 0) {
			groups.push([]);
			used = LEAST_PAGE;
		}
		groups.at(-1)!.push(locale);
		used += wide;
	}
	return groups;
}

function cellWidth({ pages }: StatusReport, locale: string): number {
	return Math.max(
		columns(locale),
		...pages.map(({ locales }) => cellText(locales.get(locale)).length),
	);
}

function grid(report: StatusReport, width: number, paint: Paint): string[] {
	const { locales, pages } = report;
	const widths = locales.map((locale) => cellWidth(report, locale));
	const room = width - widths.reduce((sum, each) => sum + GAP.length + each, 0);
	const names = pages.map(({ page }) => shortened(printable(page), Math.max(room, LEAST_PAGE)));
	const pageWidth = Math.max('page'.length, ...names.map(columns));
	const head = [
		'page'.padEnd(pageWidth),
		...locales.map((locale, index) => padded(locale, widths[index]!)),
	];
	return [
		paint('bold', head.join(GAP).trimEnd()),
		...pages.map((page, index) =>
			[padded(names[index]!, pageWidth), ...cells(page, locales, widths, paint)]
				.join(GAP)
				.trimEnd(),
		),
	];
}

function cells(
	{ locales: states }: PageStatus,
	locales: readonly string[],
	widths: readonly number[],
	paint: Paint,
): string[] {
	return locales.map((locale, index) => {
		const status = states.get(locale);
		const text = cellText(status);
		const margin = ' '.repeat(widths[index]! - text.length);
		return (status ? paint(STYLES[status.state], text) : text) + margin;
	});
}

function cellText(status: TranslationStatus | undefined): string {
	if (!status) return '';
	const { state, staleSections: sections, errors } = status;
	if (state === 'stale') return `${sections.length} stale`;
	return state === 'broken' ? count(errors, 'error') : state;
}

/** Which sections are to be translated anew. */
function staleSections({ pages }: StatusReport, width: number, paint: Paint): string[] {
	const stale = pages.flatMap(({ locales }) =>
		[...locales.values()].filter((status) => status.staleSections.length > 0),
	);
	if (stale.length === 0) return [];
	return [
		paint('bold', 'Sections that changed since they were translated'),
		...stale.flatMap(({ path, staleSections: sections }) => [
			GAP + printable(path),
			...wrap(sections.map(sectionLabel).map(printable).join(', '), width - 4).map(
				(line) => GAP + GAP + line,
			),
		]),
	];
}

function totals(report: StatusReport, paint: Paint): string[] {
	const wide = Math.max(...report.locales.map(columns));
	return report.locales.map((locale) => {
		const counts = countStates(report, locale);
		const told = STATES.filter((state) => counts[state] > 0).map((state) =>
			paint(STYLES[state], `${counts[state]} ${state}`),
		);
		return `${paint('bold', padded(locale, wide))}${GAP}${told.join(', ')}`;
	});
}

function padded(text: string, width: number): string {
	return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Of a long path the end says most: `…/send-logs-to-stdout.md`. */
function shortened(text: string, width: number): string {
	if (columns(text) <= width) return text;
	const letters = Array.from(text);
	while (columns(letters.join('')) > width - 1) letters.shift();
	return `…${letters.join('')}`;
}
