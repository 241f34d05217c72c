import { expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { report, reportOf } from './hand-made-report.ts';

test('a report as workflow commands', async () => {
	await expect(github(report)).toMatchFileSnapshot('../fixtures/reporters/github.txt');
});

test('the total comes first, errors before warnings, one command a line', () => {
	const names = github(report)
		.trimEnd()
		.split('\n')
		.map((line) => /^::(\w+) /.exec(line)?.[1]);
	expect(names).toEqual(['notice', 'error', 'error', 'error', 'warning', 'warning']);
});

test('a runner reads back what was written', () => {
	const commands = github(report).trimEnd().split('\n').map(read);
	const last = commands.at(-1)!;
	expect(last.properties).toEqual({
		file: 'content/pt-br/a, b:c|`d`.md',
		...{ line: '3', endLine: '3', col: '4', endColumn: '9' },
		title: 'code-unknown-language',
	});
	expect(last.data).toContain('\\u000d\\u000a::error::50% | <img');
});

test('a missing file is annotated at its source, which exists', () => {
	const { properties, data } = github(report).split('\n').slice(0, -1).map(read)[3]!;
	expect(properties.file).toBe('content/en/sessions/é t%23#é🧺.md');
	expect(data).toMatch(/\nmissing content\/pt-br\/sessions\/é t%23#é🧺\.md$/);
});

test('columns are for one line only', () => {
	const code = github(report)
		.split('\n')
		.find((line) => line.includes('code-drift'));
	expect(code).toMatch(/,line=19,endLine=24,title=/);
});

test('nothing to report is no annotation', () => {
	expect(github(reportOf([]))).toMatch(/^Parity: .*nothing to report\.\n$/);
});

/** As the runner does: properties and data lose their escapes, percent signs last. */
function read(line: string): { properties: Record<string, string>; data: string } {
	const [, properties = '', data = ''] = /^::\w+ (.*?)::(.*)$/.exec(line)!;
	const unescape = (text: string): string =>
		text
			.replaceAll('%0D', '\r')
			.replaceAll('%0A', '\n')
			.replaceAll('%3A', ':')
			.replaceAll('%2C', ',')
			.replaceAll('%25', '%');
	return {
		properties: Object.fromEntries(
			properties.split(',').map((pair) => {
				const at = pair.indexOf('=');
				return [pair.slice(0, at), unescape(pair.slice(at + 1))];
			}),
		),
		data: unescape(data),
	};
}
