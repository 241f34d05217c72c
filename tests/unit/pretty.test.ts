import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/checker/finding.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import { columns } from '../../src/reporters/wrap.ts';
import { finding, helpAddress, HOSTILE, range, report, reportOf } from './hand-made-report.ts';

const golden = (name: string): string => `../fixtures/reporters/${name}`;

const unknown = (language: string) =>
	finding({
		ruleId: 'code-unknown-language',
		messageId: 'unknown',
		data: { language },
		range: range(7, [4, 8]),
	});

test('findings stand below their file; the total and the next step come last', async () => {
	await expect(pretty(report, { helpAddress })).toMatchFileSnapshot(golden('pretty.txt'));
});

test('colours are an option, and add nothing else', async () => {
	const colored = pretty(report, { color: true, width: 60 });
	expect(stripVTControlCharacters(colored)).toBe(pretty(report, { width: 60 }));
	await expect(colored).toMatchFileSnapshot(golden('pretty-narrow-color.txt'));
});

test.each([60, 100, 140])('sentences and code keep within %i columns', (width) => {
	const paths = new Set(report.findings.map(({ path }) => path));
	const lines = pretty(report, { width }).split('\n');
	const indented = lines.filter((line) => line.startsWith('  ') && !paths.has(line));
	expect(indented.length).toBeGreaterThan(20);
	for (const line of indented.filter((line) => !/\S{30}/.test(line)))
		expect(columns(line), line).toBeLessThanOrEqual(width);
});

test('a report without findings is one line', () => {
	expect(pretty(reportOf([]))).toBe('Parity: 5 pages, 15 translations, nothing to report.\n');
	expect(pretty(reportOf([], 1))).toBe(
		'Parity: 5 pages, 15 translations, nothing to report beyond 1 accepted finding.\n',
	);
});

test('quoted content cannot move the cursor or turn the text around', () => {
	const printed = pretty(reportOf([unknown('\u001b[2Jx\u202ey\r')]));
	expect(printed).toContain('`\\u001b[2Jx\\u202ey\\u000d`');
	const lines = pretty(reportOf([unknown(HOSTILE)])).split('\n');
	expect(lines.join('')).not.toMatch(/[\p{Cc}\u200b\u202e]/u);
});

test('a build, which compares no pairs, does not speak of them', () => {
	const { findings, summary } = reportOf([unknown('klingon')]);
	expect(pretty({ findings, summary: { ...summary, pairs: 0 } })).toContain(
		'\n1 error in 1 file · 5 pages\n',
	);
});

test('the next step is about the most frequent rule among errors', () => {
	const warning = { ...unknown('elvish'), severity: 'warning' as const };
	const error = finding({ ruleId: 'file-unreadable', messageId: 'utf-16' });
	const printed = pretty(reportOf([warning, warning, error]));
	expect(printed).toContain('\nRead on: npx parity explain file-unreadable\n');
	expect(pretty(reportOf([warning, warning]))).toContain('explain code-unknown-language');
});

test('what a machine can repair is said, with the command that does it', () => {
	const drift = finding({ ruleId: 'code-drift', messageId: 'missing', isFixable: true });
	const other = { ...drift, path: 'content/fr/orders/ship.md' };
	const nextOf = (...findings: Finding[]) => /^Repair.*$/m.exec(pretty(reportOf(findings)))?.[0];
	expect(nextOf(unknown('klingon'))).toBeUndefined();
	expect(nextOf(drift)).toBe(`Repair it: npx parity fix ${drift.path}`);
	expect(nextOf(drift, drift)).toBe(`Repair all of them: npx parity fix ${drift.path}`);
	expect(nextOf(drift, other, unknown('klingon'))).toBe('Repair 2 of them: npx parity fix');
});
