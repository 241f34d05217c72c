import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
	BROKEN,
	cleanEnvironment,
	command,
	ENGLISH,
	FOLDERS,
	folderOf,
	parity,
	type JsonReport,
} from './parity-command.ts';
import { schemaOfSarif } from './sarif-schema.ts';

const inTwo = [...FOLDERS, '--locales', 'fr,es'];
const files = {
	'en/take.md': ENGLISH,
	'fr/take.md': BROKEN,
	'en/cancel.md': `${ENGLISH}\n## Refunds\n\nMoney goes back.\n`,
	'fr/cancel.md': BROKEN,
	'es/cancel.md': Buffer.from([0xff, 0xfe, 0x23]),
	'es/lost.md': '# Perdido\n',
};

const point = {
	type: 'object',
	required: ['line', 'column'],
	additionalProperties: false,
	properties: {
		line: { type: 'integer', minimum: 1 },
		column: { type: 'integer', minimum: 1 },
	},
};
const place = {
	type: 'object',
	nullable: true,
	required: ['path'],
	additionalProperties: false,
	dependencies: { start: ['end'], end: ['start'] },
	properties: { path: { type: 'string', minLength: 1 }, start: point, end: point },
};
const lines = { type: 'array', items: { type: 'string' } };
const count = { type: 'integer', minimum: 0 };
const finding = {
	type: 'object',
	required: [
		...['ruleId', 'severity', 'locale', 'page', 'message'],
		...['target', 'source', 'fixable', 'fingerprint'],
	],
	additionalProperties: false,
	properties: {
		ruleId: {
			type: 'string',
			pattern:
				'^(page|frontmatter|section|heading|code|list|table|quote|paragraph|callout|component|link|image|inline-code|untranslated|stale|unsafe|typography|file)(-[a-z]+)+$',
		},
		severity: { enum: ['error', 'warning'] },
		locale: { enum: ['en', 'fr', 'es'] },
		page: { type: 'string', pattern: '^[a-z]+\\.md$' },
		message: { type: 'string', minLength: 1 },
		target: place,
		source: place,
		fixable: { type: 'boolean' },
		fingerprint: { type: 'string', minLength: 1 },
		differences: {
			type: 'array',
			items: {
				type: 'object',
				required: ['expected', 'found', 'line'],
				additionalProperties: false,
				properties: { expected: lines, found: lines, line: count },
			},
		},
	},
};
const contract = {
	type: 'object',
	required: ['version', 'findings', 'summary'],
	additionalProperties: false,
	properties: {
		version: { const: 1 },
		findings: { type: 'array', minItems: 5, items: finding },
		summary: {
			type: 'object',
			required: ['pages', 'pairs', 'errors', 'warnings'],
			additionalProperties: false,
			properties: { pages: count, pairs: count, errors: count, warnings: count },
		},
	},
};

test('JSON is as the contract has it, and nothing else is on standard output', () => {
	const folder = folderOf(files);
	const { stdout, status } = parity(folder, ['check', '--format', 'json', ...inTwo]);
	expect(status).toBe(1);
	const report = JSON.parse(stdout) as JsonReport;
	const validate = new Ajv({ allErrors: true }).compile(contract);
	validate(report);
	expect(validate.errors).toBeNull();
	expect(report.summary).toEqual({
		pages: 2,
		pairs: 3,
		errors: report.findings.filter(({ severity }) => severity === 'error').length,
		warnings: report.findings.filter(({ severity }) => severity === 'warning').length,
	});
	const missing = report.findings.find(({ ruleId }) => ruleId === 'page-missing');
	expect(missing).toMatchObject({ target: null, locale: 'es', page: 'take.md' });
	const unreadable = report.findings.find(({ ruleId }) => ruleId === 'file-unreadable');
	expect(unreadable?.target).toEqual({ path: 'es/cancel.md' });
});

test('findings are sorted by path and position, each time the same', () => {
	const folder = folderOf(files);
	const run = () => parity(folder, ['check', '--format', 'json', ...inTwo]).stdout;
	const first = run();
	expect(run()).toBe(first);
	const places = (JSON.parse(first) as JsonReport).findings.flatMap(({ target }) =>
		target ? [`${target.path}:${String(target.start?.line ?? 0).padStart(6, '0')}`] : [],
	);
	expect(places).toEqual([...places].sort());
	expect(new Set(places.map((each) => each.split(':')[0])).size).toBeGreaterThan(2);
});

test('each finding has a fingerprint of its own', () => {
	const { stdout } = parity(folderOf(files), ['check', '--format', 'json', ...inTwo]);
	const { findings } = JSON.parse(stdout) as JsonReport;
	expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
});

test('SARIF is valid', () => {
	const folder = folderOf({ ...files, 'en/c# 100%.md': ENGLISH, 'fr/c# 100%.md': BROKEN });
	const { stdout, status } = parity(folder, ['check', '--format', 'sarif', ...inTwo]);
	expect(status).toBe(1);
	const validate = schemaOfSarif();
	validate(JSON.parse(stdout));
	expect(validate.errors).toBeNull();
	expect(stdout).toContain('fr/c%23%20100%25.md');
});

test('under GitHub Actions annotations are written, and a summary of the job', () => {
	const folder = folderOf(files);
	const summary = join(folder, 'summary.md');
	const actions = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
	const { stdout, status } = parity(folder, ['check', ...inTwo], {
		...actions,
		GITHUB_REPOSITORY: 'ada/orders',
		GITHUB_SHA: 'abc123',
	});
	expect(status).toBe(1);
	expect(stdout).toMatch(/^::notice title=Translation parity::/);
	expect(stdout).toMatch(/^::error file=fr\/take\.md,line=6.*title=code-drift::/m);
	const text = readFileSync(summary, 'utf8');
	expect(text).toMatch(/^## Translation parity/);
	expect(text).toContain('https://github.com/ada/orders/blob/abc123/fr/take.md?plain=1#L');
	const asked = parity(folder, ['check', '--format', 'json', ...inTwo], actions);
	expect(asked.stdout).toMatch(/^\{/);
	expect(readFileSync(summary, 'utf8')).toBe(text);
});

test('without a terminal there are no colours, and no words but the report', () => {
	const { stdout, stderr } = parity(folderOf(files), ['check', ...inTwo], { NO_COLOR: '' });
	expect(stdout).not.toContain('\u001b');
	expect(stderr).toBe('');
});

test('the address of a help page is told where the site is published', () => {
	const folder = folderOf(files);
	const nextStep = (variables: Record<string, string>): string | undefined =>
		/^Read on:.*$/m.exec(parity(folder, ['check', ...inTwo], variables).stdout)?.[0];
	const command = /^Read on: npx parity explain ([\w-]+)$/.exec(nextStep({})!);
	expect(command).not.toBeNull();
	const published = { SITE_URL: 'https://handbook.test', BASE_PATH: '/en-prod' };
	expect(nextStep(published)).toBe(
		`${command![0]}  https://handbook.test/en-prod/checks/${command![1]}/`,
	);
});

const hasTerminal = spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasTerminal)('a terminal gets colours, unless somebody does not want them', () => {
	const folder = folderOf(files);
	const onTerminal = (variables: Record<string, string>) =>
		spawnSync(
			'script',
			['-qec', `'${process.execPath}' '${command}' check ${inTwo.join(' ')}`, '/dev/null'],
			{
				cwd: folder,
				encoding: 'utf8',
				env: { ...cleanEnvironment({ TERM: 'xterm-256color' }), ...variables },
			},
		).stdout;
	expect(onTerminal({ NO_COLOR: '' })).toContain('\u001b[31m');
	// A slow machine shows progress as well, which is no colour.
	expect(onTerminal({ NO_COLOR: '1' })).not.toMatch(/\[\d+m/);
});

test('a reader that closes the pipe early is no failure', () => {
	const many = Object.fromEntries(
		Array.from({ length: 300 }, (_, number) => [`en/page-${number}.md`, ENGLISH]),
	);
	const folder = folderOf({ ...many, 'fr/page-1.md': BROKEN });
	const { stdout, stderr } = spawnSync(
		'sh',
		['-c', `'${process.execPath}' '${command}' check --format json ${inTwo.join(' ')} | head -1`],
		{ cwd: folder, encoding: 'utf8', env: cleanEnvironment() },
	);
	expect(stdout).toBe('{\n');
	expect(stderr).toBe('');
});
