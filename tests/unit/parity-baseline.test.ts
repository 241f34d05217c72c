import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROKEN, ENGLISH, FOLDERS, folderOf, FRENCH, parity } from './parity-command.ts';

const files = {
	'en/take.md': ENGLISH,
	'fr/take.md': BROKEN,
	'es/take.md': BROKEN,
	'en/cancel.md': ENGLISH,
	'fr/cancel.md': FRENCH,
	'es/cancel.md': FRENCH,
};

function check(folder: string, ...args: string[]) {
	const where = [...FOLDERS, '--locales', 'fr,es', '--baseline', 'accepted.json'];
	return parity(folder, ['check', '--rule', 'untranslated-text=off', ...where, ...args]);
}

/** A folder whose two errors are accepted. */
function accepted(): string {
	const folder = folderOf(files);
	expect(check(folder, '--update-baseline')).toMatchObject({
		status: 0,
		stderr: 'The baseline accepts 2 findings now.\n',
		stdout: expect.stringContaining('2') as string,
	});
	return folder;
}

function entries(folder: string): { readonly rule: string; readonly path: string }[] {
	const text = readFileSync(join(folder, 'accepted.json'), 'utf8');
	return (JSON.parse(text) as { findings: { rule: string; path: string }[] }).findings;
}

const paths = (folder: string): string[] => entries(folder).map(({ path }) => path);

test('what is accepted is silent, what is new is not', () => {
	const folder = accepted();
	expect(check(folder)).toMatchObject({ status: 0, stderr: '' });
	writeFileSync(join(folder, 'fr/cancel.md'), BROKEN);
	const { status, stdout } = check(folder);
	expect(status).toBe(1);
	expect(stdout).toContain('fr/cancel.md');
	expect(stdout).not.toContain('fr/take.md');
});

test('the report says how many findings are accepted', () => {
	const folder = accepted();
	const { stdout } = check(folder, '--format', 'json');
	expect(JSON.parse(stdout)).toMatchObject({ findings: [], summary: { errors: 0, baselined: 2 } });
});

test('one finding a line, sorted, for whoever reviews it', () => {
	const folder = accepted();
	const text = readFileSync(join(folder, 'accepted.json'), 'utf8');
	expect(text.match(/^ {4}\{.*"rule":"code-drift".*\},?$/gm)).toHaveLength(2);
	check(folder, '--update-baseline');
	expect(readFileSync(join(folder, 'accepted.json'), 'utf8')).toBe(text);
});

test('what was mended is told, and leaves with an update', () => {
	const folder = accepted();
	writeFileSync(join(folder, 'fr/take.md'), FRENCH);
	expect(check(folder)).toMatchObject({
		status: 0,
		stderr: '1 finding of the baseline is mended. Run with --update-baseline to take it out.\n',
	});
	expect(check(folder, '--update-baseline').stderr).toBe('The baseline accepts 1 finding now.\n');
	expect(paths(folder)).toEqual(['es/take.md']);
	writeFileSync(join(folder, 'fr/take.md'), BROKEN);
	expect(check(folder).status).toBe(1);
});

test('lines that move do not open a finding again', () => {
	const folder = accepted();
	const longer = BROKEN.replace('\n\n', '\n\nUn paragraphe.\n\n- un\n- deux\n\n');
	writeFileSync(join(folder, 'fr/take.md'), longer);
	writeFileSync(
		join(folder, 'en/take.md'),
		ENGLISH.replace('\n\n', '\n\nOne paragraph.\n\n- one\n- two\n\n'),
	);
	expect(check(folder, 'fr/take.md')).toMatchObject({ status: 0, stderr: '' });
});

test('another difference at the same place is a new finding', () => {
	const folder = accepted();
	writeFileSync(join(folder, 'fr/take.md'), BROKEN.replace('order', 'steal'));
	const { status, stdout, stderr } = check(folder, 'fr/take.md');
	expect(status).toBe(1);
	expect(stdout).toContain('steal');
	expect(stderr).toMatch(/^1 finding of the baseline is mended\. /);
});

test('a run over a part of the pages speaks about that part only', () => {
	const folder = accepted();
	writeFileSync(join(folder, 'fr/take.md'), FRENCH);
	writeFileSync(join(folder, 'es/take.md'), FRENCH);
	expect(check(folder, 'fr/cancel.md').stderr).toBe('');
	expect(check(folder, '--shard', '1/2').stderr).toBe('');
	expect(check(folder, '--rule', 'code-drift=off').stderr).toBe('');
	expect(check(folder, 'fr').stderr).toMatch(/^1 finding /);
	expect(check(folder, '--locales', 'es').stderr).toMatch(/^1 finding /);
	check(folder, 'fr', '--update-baseline');
	expect(paths(folder)).toEqual(['es/take.md']);
	check(folder, '--locales', 'fr', '--update-baseline');
	expect(paths(folder)).toEqual(['es/take.md']);
	check(folder, '--update-baseline');
	expect(paths(folder)).toEqual([]);
	expect(check(folder).stderr).toBe('');
});

test('what is unsafe is never accepted', () => {
	const folder = accepted();
	writeFileSync(join(folder, 'fr/cancel.md'), `${FRENCH}\n<script>pay()</script>\n`);
	const update = check(folder, '--update-baseline');
	expect(update.status).toBe(1);
	expect(update.stderr).toMatchInlineSnapshot(`
		"The baseline accepts 2 findings now.
		It never accepts what is unsafe: 1 finding stays reported.
		"
	`);
	expect(entries(folder).map(({ rule }) => rule)).toEqual(['code-drift', 'code-drift']);

	// Nor where somebody wrote it into the file, under whichever name.
	const { stdout } = check(folder, '--format', 'json');
	const [{ fingerprint }] = (JSON.parse(stdout) as { findings: [{ fingerprint: string }] })
		.findings;
	for (const rule of ['unsafe-html', 'code-drift']) {
		const entry = { fingerprint, rule, locale: 'fr', path: 'fr/cancel.md', message: '' };
		const text = JSON.stringify({ version: 1, findings: [...entries(folder), entry] });
		writeFileSync(join(folder, 'smuggled.json'), text);
		const smuggled = check(folder, '--baseline', 'smuggled.json');
		expect(smuggled.status).toBe(1);
		expect(smuggled.stdout).toContain('unsafe-html');
	}
});

test('a page that was removed takes its findings along', () => {
	const folder = accepted();
	writeFileSync(join(folder, 'en/take.md'), '');
	const other = folderOf({ 'en/cancel.md': ENGLISH, 'fr/cancel.md': FRENCH });
	writeFileSync(join(other, 'accepted.json'), readFileSync(join(folder, 'accepted.json'), 'utf8'));
	expect(check(other).stderr).toMatch(/^2 findings of the baseline are mended\./);
});

test('a shard cannot write the baseline', () => {
	const { status, stderr } = check(folderOf(files), '--shard', '1/2', '--update-baseline');
	expect(status).toBe(2);
	expect(stderr).toMatchInlineSnapshot(`
		"parity: A shard sees a part of the pages only, so it cannot write the baseline.
		Leave out --shard, or --update-baseline.
		"
	`);
});

test('a baseline that cannot be used is told, and can be written anew', () => {
	const folder = accepted();
	const said = (): string => {
		const { status, stdout, stderr } = check(folder);
		expect([status, stdout]).toEqual([2, '']);
		return stderr.replaceAll(folder, '<folder>');
	};
	const file = join(folder, 'accepted.json');
	const whole = readFileSync(file, 'utf8');
	const conflict = `<<<<<<< ours\n${whole}=======\n${whole}>>>>>>> theirs\n`;
	for (const text of [conflict, '', '[]', '{"version":2,"findings":[]}', '{"version":1}', 'null']) {
		writeFileSync(file, text);
		expect(said()).toBe(
			'parity: `<folder>/accepted.json` is no baseline of this checker.\nResolve merge conflicts in it, or write it anew with --update-baseline.\n',
		);
	}
	expect(check(folder, 'fr', '--update-baseline').status).toBe(2);
	expect(check(folder, '--update-baseline').status).toBe(0);
	expect(readFileSync(file, 'utf8')).toBe(whole);
});

test('a baseline that is not there, or not a file, or nowhere', () => {
	const folder = folderOf(files);
	const said = (...args: string[]): string => {
		const { status, stderr } = check(folder, ...args);
		expect(status).toBe(2);
		return stderr.replaceAll(folder, '<folder>');
	};
	expect(said()).toMatchInlineSnapshot(`
		"parity: There is no baseline \`<folder>/accepted.json\`.
		Write one with --update-baseline, or correct the path.
		"
	`);
	mkdirSync(join(folder, 'accepted.json'));
	expect(said()).toMatchInlineSnapshot(`
		"parity: The baseline \`<folder>/accepted.json\` cannot be read: EISDIR: illegal operation on a directory, read.
		Check that it is a file, and its permissions.
		"
	`);
	expect(said('--baseline', 'none/accepted.json', '--update-baseline')).toMatchInlineSnapshot(`
		"parity: The baseline \`<folder>/none/accepted.json\` cannot be written: ENOENT: no such file or directory, open '<folder>/none/accepted.json.new'.
		Check the folder and its permissions.
		"
	`);
	const nameless = parity(folder, ['check', ...FOLDERS, '--locales', 'fr', '--update-baseline']);
	expect(nameless).toMatchObject({ status: 2, stdout: '' });
	expect(nameless.stderr).toMatchInlineSnapshot(`
		"parity: It is not said which file is the baseline.
		Name it with --baseline FILE.
		"
	`);
});
