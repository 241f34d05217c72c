import { expect, test } from 'vitest';
import { markdownText } from '../../src/reporters/markdown-text.ts';
import { summary } from '../../src/reporters/summary.ts';
import { finding, helpAddress, HOSTILE, range, report, reportOf } from './hand-made-report.ts';

const fileAddress = (path: string, line?: number): string =>
	`https://code.test/blob/main/${encodeURI(path)}${line === undefined ? '' : `#L${line}`}`;

test('a report as Markdown', async () => {
	await expect(summary(report, { helpAddress, fileAddress })).toMatchFileSnapshot(
		'../fixtures/reporters/summary.md',
	);
});

test('hostile text is no markup', () => {
	const text = markdownText(`x ${HOSTILE} \`${HOSTILE}\` odd \` tick`);
	const ours = text.replaceAll('<code>', '').replaceAll('</code>', '');
	expect(ours.replace(/&#\d+;/g, '')).not.toMatch(/[\n`|<>[\]*_@&\\:]|www\./);
	// No mention and no reference to an issue outside of code.
	expect(text.replace(/<code>.*?<\/code>/g, '')).not.toMatch(/&#(?:64|35);\w/);
});

test('every row of a table has as many cells as its head', () => {
	const rows = summary(report, { helpAddress })
		.split('\n')
		.filter((line) => line.startsWith('|'));
	expect(rows.map((row) => row.split('|').length)).toEqual([6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6]);
});

test('fifty findings are shown, errors among them', () => {
	const findings = Array.from({ length: 60 }, (_, index) =>
		finding({
			ruleId: 'code-unknown-language',
			messageId: 'unknown',
			severity: index === 59 ? 'error' : 'warning',
			data: { language: 'klingon' },
			range: range(index + 1, [4, 11]),
		}),
	);
	const text = summary(reportOf(findings), { helpAddress });
	expect(text.match(/^\| warning /gm)).toHaveLength(49);
	expect(text).toContain('| error | <code>content/fr/orders/take.md&#58;60</code> |');
	expect(text).toContain('\n… and 10 more findings.\n');
});

test('nothing to report', () => {
	expect(summary(reportOf([]), { helpAddress })).toBe(
		'## Translation parity\n\nParity: 5 pages, 15 translations, nothing to report.\n',
	);
});
