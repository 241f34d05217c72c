import { expect, test } from 'vitest';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
	BROKEN,
	ENGLISH,
	findings,
	FOLDERS,
	folderOf,
	FRENCH,
	parity,
	project,
	told,
} from './parity-command.ts';

const both = { 'en/orders/take.md': ENGLISH, 'fr/orders/take.md': FRENCH };
const drifted = { ...both, 'fr/orders/take.md': BROKEN };
const inFrench = [...FOLDERS, '--locales', 'fr'];

/** What the command says when it cannot run. */
function refusal(folder: string, ...args: string[]): string {
	const { status, stdout, stderr } = parity(folder, ['check', ...args]);
	expect(stdout).toBe('');
	expect(status).toBe(2);
	return stderr.replaceAll(folder, '<folder>');
}

test('parity is 0, an error is 1, a warning is 0', () => {
	const silent = parity(folderOf(both), ['check', ...inFrench]);
	expect(silent).toEqual({
		status: 0,
		stdout: 'Parity: 1 page, 1 translation, nothing to report.\n',
		stderr: '',
	});
	const loud = parity(folderOf(drifted), ['check', ...inFrench]);
	expect(loud.status).toBe(1);
	expect(loud.stdout).toContain('code-drift');
	expect(loud.stdout).toContain('1 error in 1 file · 1 page, 1 pair');
	const missing = parity(folderOf({ 'en/a.md': ENGLISH, 'fr/b.md': FRENCH, 'en/b.md': ENGLISH }), [
		'check',
		...inFrench,
	]);
	expect(missing.status).toBe(0);
	expect(missing.stdout).toContain('page-missing');
});

test('a library that reads pages does not speak up', () => {
	const [english, french] = [ENGLISH, FRENCH].map((page) => `---\n[take]: 1\n---\n\n${page}`);
	const folder = folderOf({ 'en/take.md': english!, 'fr/take.md': french! });
	expect(parity(folder, ['check', ...inFrench]).stderr).toBe('');
});

test('without options it checks the content of its own repository, from any folder', () => {
	const elsewhere = folderOf({});
	const there = findings(elsewhere, []);
	expect(there).toEqual(findings(project, []));
	expect(there.summary.pages).toBeGreaterThan(5);
	expect(there.findings.every(({ page }) => !page.startsWith('content/'))).toBe(true);
});

test('at home, a language alone selects; its folder is known', () => {
	const { findings: all } = findings(project, ['--locales', 'pt-BR']);
	const { summary } = findings(project, ['--locales', 'pt-BR']);
	expect(summary.pairs).toBeGreaterThan(0);
	expect(all.every(({ locale }) => locale === 'pt-BR' || locale === 'en')).toBe(true);
});

test('help goes to standard output and names every option', () => {
	const folder = folderOf({});
	const { status, stdout } = parity(folder, ['check', '--help']);
	expect(status).toBe(0);
	for (const option of ['source', 'target', 'source-locale', 'locales', 'format', 'rule'])
		expect(stdout).toContain(`--${option}`);
	for (const option of ['baseline', 'update-baseline', 'shard', 'watch', 'no-cache'])
		expect(stdout).toContain(`--${option}`);
	for (const args of [[], ['--help'], ['help']])
		expect(parity(folder, args)).toMatchObject({
			status: 0,
			stdout: expect.stringContaining('parity <command>') as string,
		});
});

test('rules are made milder, harder or silent', () => {
	const folder = folderOf({ ...drifted, 'en/orders/cancel.md': ENGLISH });
	const run = (...rules: string[]) =>
		findings(folder, [...inFrench, ...rules.flatMap((rule) => ['--rule', rule])]);
	const severities = (report: ReturnType<typeof run>) =>
		report.findings.map(({ ruleId, severity }) => `${ruleId} ${severity}`);
	expect(severities(run())).toEqual(['page-missing warning', 'code-drift error']);
	expect(severities(run('code-drift=warning', 'page-missing=error'))).toEqual([
		'page-missing error',
		'code-drift warning',
	]);
	expect(severities(run('code-drift=off'))).toEqual(['page-missing warning']);
	expect(severities(run('code-drift=off', 'code-drift=error'))).toContain('code-drift error');
});

test('paths select files and folders; a source page brings its translations', () => {
	const folder = folderOf({
		...drifted,
		'es/orders/take.md': BROKEN,
		'en/sessions/keep.md': ENGLISH,
		'fr/sessions/keep.md': BROKEN,
	});
	const run = (...paths: string[]) =>
		told(findings(folder, [...FOLDERS, '--locales', 'fr,es', ...paths]));
	expect(run('fr/orders/take.md')).toEqual(['fr/orders/take.md code-drift']);
	expect(run('en/orders/take.md')).toEqual([
		'es/orders/take.md code-drift',
		'fr/orders/take.md code-drift',
	]);
	expect(run('./fr/sessions/', 'es')).toEqual([
		'es/orders/take.md code-drift',
		'(es sessions/keep.md) page-missing',
		'fr/sessions/keep.md code-drift',
	]);
	expect(run(join(folder, 'fr/orders'))).toEqual(['fr/orders/take.md code-drift']);
	expect(refusal(folder, ...FOLDERS, '--locales', 'fr', 'fr/order')).toMatchInlineSnapshot(`
		"parity: There is no file or folder \`fr/order\`.
		Did you mean \`fr/orders\`?
		"
	`);
	expect(refusal(folder, ...FOLDERS, '--locales', 'fr', 'nowhere/x.md')).toMatchInlineSnapshot(`
		"parity: There is no file or folder \`nowhere/x.md\`.
		Name files or folders that hold pages.
		"
	`);
	mkdirSync(join(folder, 'empty'));
	expect(refusal(folder, ...FOLDERS, '--locales', 'fr', 'empty')).toMatchInlineSnapshot(`
		"parity: No page matches \`en/{page}\` or \`{locale}/{page}\` among the paths given.
		Patterns are relative to <folder>; pages end in .md or .mdx.
		"
	`);
});

test('what is misspelled is told with the nearest name', () => {
	const folder = folderOf(both);
	const said = (...args: string[]) => parity(folder, args).stderr;
	expect(said('chek')).toMatchInlineSnapshot(`
		"parity: There is no command \`chek\`.
		Did you mean \`parity check\`?
		"
	`);
	expect(said('constructor')).toMatchInlineSnapshot(`
		"parity: There is no command \`constructor\`.
		Run \`parity --help\` for the commands.
		"
	`);
	expect(refusal(folder, '--locale', 'fr')).toMatchInlineSnapshot(`
		"parity: There is no option \`--locale\`.
		Did you mean \`--locales\`?
		"
	`);
	expect(refusal(folder, '--xyzzy')).toMatchInlineSnapshot(`
		"parity: There is no option \`--xyzzy\`.
		Run \`parity check --help\` for the options.
		"
	`);
	expect(refusal(folder, '--locales')).toMatchInlineSnapshot(`
		"parity: \`--locales\` takes a value.
		Run \`parity check --help\` for what each option takes.
		"
	`);
	expect(refusal(folder, '--update-baseline=yes')).toMatchInlineSnapshot(`
		"parity: \`--update-baseline\` takes no value.
		Run \`parity check --help\` for what each option takes.
		"
	`);
	expect(refusal(folder, '--format', 'jsno')).toMatchInlineSnapshot(`
		"parity: There is no format \`jsno\`.
		Did you mean \`json\`?
		"
	`);
	expect(refusal(folder, ...inFrench, '--rule', 'code-drfit=off')).toMatchInlineSnapshot(`
		"parity: There is no rule \`code-drfit\`.
		Did you mean \`code-drift\`?
		"
	`);
	expect(refusal(folder, ...inFrench, '--rule', 'code-drift=warn')).toMatchInlineSnapshot(`
		"parity: \`--rule code-drift=warn\` gives no severity.
		Write --rule code-drift=off, --rule code-drift=warning or --rule code-drift=error.
		"
	`);
	expect(refusal(folder, ...inFrench, '--rule', 'code-drift')).toMatchInlineSnapshot(`
		"parity: \`--rule code-drift\` gives no severity.
		Write --rule code-drift=off, --rule code-drift=warning or --rule code-drift=error.
		"
	`);
});

test('patterns and languages that make no sense are refused', () => {
	const folder = folderOf(both);
	const where = (source: string, target: string, locales: string) =>
		refusal(folder, '--source', source, '--target', target, '--locales', locales);
	expect(refusal(folder, '--source', 'en/{page}')).toMatchInlineSnapshot(`
		"parity: It is not said where the pages lie: --target and --locales are missing.
		Write, for example, parity check --source 'en/{page}' --target '{locale}/{page}' --locales fr,es, or put it into parity.config.ts.
		"
	`);
	expect(refusal(folder, '--locales', 'fr')).toMatchInlineSnapshot(`
		"parity: It is not said where the pages lie: --source and --target are missing.
		Write, for example, parity check --source 'en/{page}' --target '{locale}/{page}' --locales fr,es, or put it into parity.config.ts.
		"
	`);
	expect(where('en/{pages}', '{locale}/{page}', 'fr')).toMatchInlineSnapshot(`
		"parity: The pattern of --source cannot be used.
		\`en/{pages}\` has the placeholder \`{pages}\`. Use \`{page}\` and \`{locale}\`.
		"
	`);
	expect(where('en', '{locale}/{page}', 'fr')).toMatchInlineSnapshot(`
		"parity: The pattern of --source cannot be used.
		\`en\` has to hold \`{page}\` once. Write it where the path of a page stands, as in \`docs/{locale}/{page}\`.
		"
	`);
	expect(where('README.md', 'README.{locale}.md', 'fr')).toMatchInlineSnapshot(`
		"parity: The pattern of --source cannot be used.
		\`README.md\` has to hold \`{page}\` once. To check this page only, write \`{page}.md\`, and the path of its file behind the options.
		"
	`);
	expect(where('{page}.md', 'README_{locale}.md', 'fr')).toMatchInlineSnapshot(`
		"parity: The pattern of --target cannot be used.
		\`README_{locale}.md\` has to hold \`{page}\` once. To check this page only, write \`{page}_{locale}.md\`, and the path of its file behind the options.
		"
	`);
	expect(where('en/{page}', '{local}/{page}', 'fr')).toMatchInlineSnapshot(`
		"parity: The pattern of --target cannot be used.
		\`{local}/{page}\` has the placeholder \`{local}\`. Use \`{page}\` and \`{locale}\`.
		"
	`);
	expect(where('{locale}/{page}', '{locale}/{page}', 'fr')).toMatchInlineSnapshot(`
		"parity: The source \`{locale}/{page}\` holds \`{locale}\`.
		Spell out where the source lies, as in \`en/{page}\`.
		"
	`);
	expect(where('en/{page}', 'fr/{page}', 'fr,es')).toMatchInlineSnapshot(`
		"parity: The target \`fr/{page}\` has no \`{locale}\`, so it can hold one language, but 2 are named.
		Put \`{locale}\` where the language stands, or name one language only.
		"
	`);
	expect(where('en/{page}', '{locale}/{page}', 'en,fr')).toMatchInlineSnapshot(`
		"parity: The translations of \`en\` are the source itself: both lie at \`en/{page}\`.
		Leave the language of the source out of the locales, or correct the target.
		"
	`);
	expect(where('en/{page}', '{locale}/{page}', 'pt_BR')).toMatchInlineSnapshot(`
		"parity: \`pt_BR\` of --locales is no language tag.
		Write \`pt-BR\`, or \`pt-BR=pt_BR\` if the folder is called so.
		"
	`);
	expect(where('en/{page}', '{locale}/{page}', 'french')).toMatchInlineSnapshot(`
		"parity: \`french\` of --locales is no language tag.
		Write \`fr\`, or \`fr=french\` if the folder is called so.
		"
	`);
	expect(where('en/{page}', '{locale}/{page}', 'f')).toMatchInlineSnapshot(`
		"parity: \`f\` of --locales is no language tag.
		Write a BCP 47 tag such as fr or pt-BR; a folder of another name goes behind it, as in pt-BR=brazilian.
		"
	`);
	expect(where('en/{page}', '{locale}/{page}', ',')).toMatchInlineSnapshot(`
		"parity: It is not said where the pages lie: --locales is missing.
		Write, for example, parity check --source 'en/{page}' --target '{locale}/{page}' --locales fr,es, or put it into parity.config.ts.
		"
	`);
	expect(refusal(folder, ...inFrench, '--source-locale', 'e n')).toMatchInlineSnapshot(`
		"parity: \`e n\` of --source-locale is no language tag.
		Write a BCP 47 tag such as fr or pt-BR; a folder of another name goes behind it, as in pt-BR=brazilian.
		"
	`);
	expect(where('eng/{page}', '{locale}/{page}', 'de')).toMatchInlineSnapshot(`
		"parity: No page matches \`eng/{page}\` or \`{locale}/{page}\`.
		Patterns are relative to <folder>; pages end in .md or .mdx.
		"
	`);
});

test('a pattern that finds no translation at all is told, though it is no error', () => {
	const { status, stderr } = parity(folderOf(both), ['check', ...FOLDERS, '--locales', 'de']);
	expect(status).toBe(0);
	expect(stderr).toBe('No translation matches {locale}/{page}, so nothing was compared.\n');
});
