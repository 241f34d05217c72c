import { styleText } from 'node:util';
import type { HistoryLimit } from '../corpus/past-versions.ts';
import { count } from '../reporters/count.ts';
import { printable } from '../reporters/printable.ts';
import { wordDifference } from '../reporters/word-difference.ts';
import type { SectionDifference, SourceDifferences } from './source-differences.ts';

/** Translations of one page that were made from the same text. */
export interface DiffGroup {
	readonly sourcePath: string;
	readonly paths: readonly string[];
	readonly differences: SourceDifferences;
}

const MARGIN = '    ';

const STATES: Readonly<Record<SectionDifference['state'], string>> = {
	changed: 'changed',
	renamed: 'renamed',
	new: 'new',
	gone: 'went away',
};

const LIMITS: Readonly<Record<HistoryLimit, string>> = {
	'no-git': 'its earlier text is not known, since git is not installed',
	'no-repository': 'its earlier text is not known, since no git repository holds this page',
	'no-commit': 'its earlier text is not known, since this page was never committed',
	shallow: 'its earlier text is not in this clone; fetch more with `git fetch --unshallow`',
	none: 'its earlier text is in no version that git has of this page',
};

/** What changed in a source page since it was translated; ends with a newline. */
export function diffReport({ sourcePath, paths, differences }: DiffGroup, color: boolean): string {
	const bold = (text: string): string =>
		color ? styleText('bold', text, { validateStream: false }) : text;
	const names = paths.map(printable);
	const { sections, limit } = differences;
	const page = printable(sourcePath);
	if (sections.length === 0)
		return names
			.map((name) => `${name}: nothing changed in ${page} since it was recorded.\n`)
			.join('');
	const [only, ...others] = names;
	const since = others.length === 0 ? `${only!} was recorded` : 'these were recorded:';
	const command = others.length === 0 ? `npx parity sync ${only!}` : 'npx parity sync';
	return [
		[
			bold(`What changed in ${page} since ${since}`),
			...(others.length === 0 ? [] : names.map((name) => `  ${name}`)),
		].join('\n'),
		...sections.map((section) =>
			[bold(headLine(section, limit)), ...body(section, color)].join('\n'),
		),
		`${count(sections.length, 'section')}. Once a translation says the same, record it with \`${command}\`.`,
	]
		.map((part) => `${part}\n`)
		.join('\n');
}

function headLine(section: SectionDifference, limit: HistoryLimit | undefined): string {
	const { name, state, formerName, before } = section;
	const label = name === '' ? 'Above the first heading' : printable(name);
	const former = formerName === undefined ? '' : ` from ${printable(formerName)}`;
	const why = before === undefined && limit ? `; ${LIMITS[limit]}` : '';
	return `${label}: ${STATES[state]}${former}${why}`;
}

function body({ before, after = '' }: SectionDifference, color: boolean): string[] {
	if (before === undefined) return [];
	const lines = wordDifference(before, after, color);
	return lines.length === 0 ? [] : ['', ...lines.map((line) => (line === '' ? '' : MARGIN + line))];
}
