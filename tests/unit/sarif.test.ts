import { expect, test } from 'vitest';
import { sarif, type SarifOptions } from '../../src/reporters/sarif.ts';
import { finding, helpAddress, report, reportOf } from './hand-made-report.ts';
import { schemaOfSarif } from './sarif-schema.ts';

const options: SarifOptions = {
	rules: [
		{ id: 'page-missing', description: 'A page without translation.', severity: 'error' },
		{ id: 'code-drift', description: 'Code that differs.', severity: 'error' },
		{ id: 'link-drift', description: 'Links that differ.', severity: 'warning' },
	],
	helpAddress,
	version: '1.2.3',
	homeAddress: 'https://handbook.test/checks/',
};

interface Log {
	runs: [{ results: Result[] }];
}

interface Result {
	ruleIndex?: number;
	message: { text: string };
	locations: [{ physicalLocation: { artifactLocation: { uri: string }; region?: object } }];
	relatedLocations?: object[];
	partialFingerprints?: Record<string, string>;
}

function resultsOf(text: string): Result[] {
	return (JSON.parse(text) as Log).runs[0].results;
}

test('a report for code hosts', async () => {
	await expect(sarif(report, options)).toMatchFileSnapshot('../fixtures/reporters/report.sarif');
});

test.each([
	['every kind of finding', report],
	['no finding', reportOf([])],
	[
		'half a character',
		reportOf([finding({ ruleId: 'code-drift', messageId: 'extra', path: '\ud83e' })]),
	],
])('%s is valid', (_name, report) => {
	const validate = schemaOfSarif();
	validate(JSON.parse(sarif(report, options)));
	expect(validate.errors).toBeNull();
});

test('the schema refuses what is not valid', () => {
	const validate = schemaOfSarif();
	const valid = sarif(report, options);
	for (const [from, to] of [
		['%20t%2523%23', ' t%23#'],
		['"startLine": 3,', '"startLine": 0,'],
		['"level": "error"', '"level": "fatal"'],
	] as const) {
		expect(valid).toContain(from);
		expect(validate(JSON.parse(valid.replaceAll(from, to))), to).toBe(false);
	}
});

test('addresses lead back to the files', () => {
	const paths = resultsOf(sarif(report, options)).map(({ locations }) =>
		decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri),
	);
	expect(paths).toEqual([
		...Array<string>(3).fill('content/fr/orders/take.md'),
		'content/pt-br/a, b:c|`d`.md',
		'content/en/sessions/é t%23#é🧺.md',
	]);
});

test('a message links to the source, and to nothing else', () => {
	const texts = resultsOf(sarif(report, options)).map(({ message }) => message.text);
	const links = texts.map((text) => text.match(/(?<!\\)\]\([^)]*\)/g));
	expect(links).toEqual([null, ['](1)'], ['](1)'], null, null]);
});

test('several translations that one page lacks are several alerts', () => {
	const missing = report.findings.at(-1)!;
	const both = reportOf([missing, { ...missing, fingerprint: 'a1b2c3' }]);
	const hashes = resultsOf(sarif(both, options)).map(
		({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash,
	);
	expect(new Set(hashes)).toEqual(new Set(['9d0e1f', 'a1b2c3']));
});
