import type { Finding } from '../checker/finding.ts';
import { count } from '../reporters/count.ts';
import { printable } from '../reporters/printable.ts';
import { renderReport } from './render-report.ts';

/** More findings than fit on a screen are counted by file. */
const MOST_FINDINGS = 20;
const MOST_FILES = 30;
/** Saved files that are named; a change of branches saves hundreds. */
const MOST_NAMES = 3;

/**
 * What a watching run prints: the findings of the files that were saved, then how all stand.
 *
 * @param all every finding of the pages that are watched
 * @param shown those of them about the saved files
 * @param saved their paths; empty at the beginning
 */
export async function watchReport(
	all: readonly Finding[],
	shown: readonly Finding[],
	saved: readonly string[],
): Promise<string> {
	const parts = [
		...(shown.length === 0 ? [] : [await details(shown)]),
		[time(), ...named(saved), `${sum(all)} in all`, 'Ctrl-C ends'].join(' · ') + '\n',
	];
	return `${parts.join('\n')}\n`;
}

async function details(findings: readonly Finding[]): Promise<string> {
	if (findings.length > MOST_FINDINGS) return byFile(findings);
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const warnings = findings.length - errors;
	const pages = new Set(findings.map(({ page }) => page)).size;
	const summary = { pages, pairs: 0, errors, warnings };
	return renderReport('pretty', { findings, summary });
}

function byFile(findings: readonly Finding[]): string {
	const files = [...Map.groupBy(findings, ({ path }) => path)];
	const lines = files
		.slice(0, MOST_FILES)
		.map(([path, ofFile]) => `${printable(path)}  ${sum(ofFile)}`);
	const rest = files.length - lines.length;
	return [...lines, ...(rest > 0 ? [`… and ${count(rest, 'more file')}`] : []), ''].join('\n');
}

/** `sum(findings)` => `'2 errors, 1 warning'` */
function sum(findings: readonly Finding[]): string {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const warnings = findings.length - errors;
	return warnings === 0
		? count(errors, 'error')
		: `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
}

function named(saved: readonly string[]): string[] {
	if (saved.length === 0) return [];
	if (saved.length > MOST_NAMES) return [`${count(saved.length, 'file')} changed`];
	return [saved.map(printable).join(', ')];
}

function time(): string {
	return new Date().toLocaleTimeString('en-GB');
}
