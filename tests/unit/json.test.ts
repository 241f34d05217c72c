import { expect, test } from 'vitest';
import { json } from '../../src/reporters/json.ts';
import { report, reportOf } from './hand-made-report.ts';

test('a report for programs', async () => {
	await expect(json(report)).toMatchFileSnapshot('../fixtures/reporters/report.json');
});

test('hostile text arrives as it was', () => {
	const { findings } = JSON.parse(json(report)) as { findings: { message: string }[] };
	expect(json(report)).not.toMatch(/[\u200b\u202e]/);
	expect(findings[3]?.message).toContain('`\u001b[2J\u202e\u200b\r\n::error::50% | <img');
});

test('a run without findings is an object too', () => {
	expect(JSON.parse(json(reportOf([])))).toEqual({
		version: 1,
		findings: [],
		summary: { pages: 5, pairs: 15, errors: 0, warnings: 0 },
	});
});
