import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decode } from '../../src/corpus/decode.ts';
import { lastCommitDates } from '../../src/corpus/last-commit-dates.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'corpus-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

function write(path: string, text = '# Orders\n'): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

function git(cwd: string, ...args: string[]): void {
	const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
	execFileSync('git', [...identity, ...args], { cwd, stdio: 'pipe' });
}

test('pages, pictures and hidden files are told apart, in a stable order', async () => {
	for (const path of ['en/b.md', 'en/a/c.md', 'fr/b.md', 'en/a/picture.svg', '.DS_Store'])
		write(path);
	write('en/.drafts/secret.md');
	const { files, assets, strays } = await readCorpus(folder, ['en', 'fr'], dirname(folder));
	expect(files.map(({ locale, page }) => `${locale} ${page}`)).toEqual([
		'en a/c.md',
		'en b.md',
		'fr b.md',
	]);
	expect(files[0]?.path).toMatch(/^corpus-\w+\/en\/a\/c\.md$/);
	expect([...assets]).toEqual(['en/a/picture.svg']);
	expect(strays).toEqual([]);
});

test('what cannot be read is a defect, not a crash', async () => {
	write('en/a.md');
	symlinkSync('nowhere.md', join(folder, 'en/dangling.md'));
	symlinkSync('loop.md', join(folder, 'en/loop.md'));
	mkdirSync(join(folder, 'en/folder.md'));
	const { files } = await readCorpus(folder, ['en'], folder);
	expect(files.map(({ page, defect }) => [page, defect])).toEqual([
		['a.md', undefined],
		['dangling.md', { kind: 'unreadable', reason: 'it is a link to nothing' }],
		['folder.md', { kind: 'unreadable', reason: 'it is a folder' }],
		['loop.md', { kind: 'unreadable', reason: 'its link leads back to itself' }],
	]);
});

test('a content folder that does not exist is said in one sentence', async () => {
	await expect(readCorpus(join(folder, 'nowhere'), ['en'], folder)).rejects.toThrow(
		/^There is no content folder .*nowhere\. Create it, or set CONTENT_DIR/,
	);
});

test('the first invalid byte is found in large files too', () => {
	const good = 'é😀\n'.repeat(100_000);
	const bytes = Buffer.concat([Buffer.from(good), Buffer.from([0x80]), Buffer.from(good)]);
	expect(decode(bytes).defect).toEqual({
		kind: 'not-utf-8',
		byte: 0x80,
		at: { line: 100_001, column: 1 },
	});
});

test('dates come from the last commit of each file, whatever its name', async () => {
	git(folder, 'init', '--quiet');
	write('content/en/été.md');
	write('content/en/b.md');
	git(folder, 'add', '.');
	git(folder, 'commit', '--quiet', '-m', 'one', '--date', '2026-01-01T00:00:00Z');
	write('content/en/b.md', '# Changed\n');
	git(folder, 'commit', '--quiet', '-a', '-m', 'two');
	const dates = await lastCommitDates(join(folder, 'content'));
	expect([...dates.keys()].sort()).toEqual(['en/b.md', 'en/été.md']);
	expect(dates.get('en/b.md')!.getTime()).toBeGreaterThanOrEqual(dates.get('en/été.md')!.getTime());
});

test('there are no dates outside a repository and in a shallow clone', async () => {
	expect((await lastCommitDates(folder)).size).toBe(0);
	git(folder, 'init', '--quiet', 'source');
	write('source/en/a.md');
	git(join(folder, 'source'), 'add', '.');
	git(join(folder, 'source'), 'commit', '--quiet', '-m', 'one');
	git(join(folder, 'source'), 'commit', '--quiet', '--allow-empty', '-m', 'two');
	git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}/source`, 'shallow');
	expect((await lastCommitDates(join(folder, 'source'))).size).toBe(1);
	expect((await lastCommitDates(join(folder, 'shallow'))).size).toBe(0);
});
