import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/checker/document/parse-document.ts';
import { nextRecord } from '../../src/checker/staleness/next-record.ts';
import { sourceSections } from '../../src/checker/staleness/source-sections.ts';
import { ENGLISH, findings, FOLDERS, folderOf, FRENCH, parity, told } from './parity-command.ts';

const inFrench = [...FOLDERS, '--locales', 'fr'];
const SOURCE = `${ENGLISH}
## Cancel

An order is cancelled within a day.

## Refund

The money goes back the same way.

1. Call \`refund(order)\`.
2. Write to [the bank](https://bank.example).
`;
const TRANSLATION = `---
tags: [orders]
---

${FRENCH}
## Annuler

Une commande s’annule en un jour.

## Rembourser

L’argent repart par le même chemin.

1. Appelez \`refund(order)\`.
2. Écrivez à [la banque](https://bank.example).
`;

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const change = (folder: string, path: string, from: string, to: string): void => {
	writeFileSync(join(folder, path), read(folder, path).replace(from, to));
};
const pair = { 'en/take.md': `---\ntags: [orders]\n---\n\n${SOURCE}`, 'fr/take.md': TRANSLATION };
const sync = (folder: string, ...args: readonly string[]) =>
	parity(folder, ['sync', ...args, ...inFrench]);
const check = (folder: string): string[] => told(findings(folder, inFrench));

test('a translation is recorded, and nothing else of it changes', () => {
	const folder = folderOf(pair);
	expect(sync(folder, 'fr/take.md')).toMatchObject({
		status: 0,
		stdout: 'fr/take.md: recorded for the first time, 4 sections\n',
	});
	const text = read(folder, 'fr/take.md');
	expect(text.replace(/^parity:\n(?: {2}[\w-]+: [a-z]{8}\n){4}/m, '')).toBe(TRANSLATION);
	expect(check(folder)).toEqual([]);
});

test('a page that is current is not touched', () => {
	const folder = folderOf(pair);
	sync(folder, 'fr/take.md');
	const before = statSync(join(folder, 'fr/take.md'));
	expect(sync(folder, 'fr/take.md')).toMatchObject({
		status: 0,
		stdout: 'fr/take.md: already current\n',
	});
	const after = statSync(join(folder, 'fr/take.md'));
	expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
});

test('it tells which sections it recorded, those that went away too', () => {
	const folder = folderOf(pair);
	sync(folder, 'fr/take.md');
	change(folder, 'en/take.md', 'a day', 'two days');
	change(folder, 'en/take.md', /\n## Refund[^]*/.exec(SOURCE)![0], '');
	change(folder, 'fr/take.md', /\n## Rembourser[^]*/.exec(TRANSLATION)![0], '');
	expect(check(folder)).toEqual(['fr/take.md stale-section', 'fr/take.md stale-section']);
	expect(sync(folder, 'fr').stdout).toBe('fr/take.md: recorded Cancel, refund\n');
	expect(check(folder)).toEqual([]);
});

test('line ends, a byte order mark and TOML stay', () => {
	const windows = `\ufeff${TRANSLATION.replaceAll('\n', '\r\n')}`;
	const folder = folderOf({
		...pair,
		'fr/take.md': windows,
		'en/toml.md': `+++\ntitle = "Orders"\n+++\n\nAn order.\n`,
		'fr/toml.md': `+++\ntitle = "Commandes"\n+++\n\nUne commande.\n`,
	});
	expect(sync(folder, 'fr').status).toBe(0);
	const text = read(folder, 'fr/take.md');
	expect(text).toMatch(/^\ufeff---\r\ntags: \[orders\]\r\nparity:\r\n {2}_: [a-z]{8}\r\n/);
	expect(text).not.toMatch(/[^\r]\n/);
	expect(read(folder, 'fr/toml.md')).toMatch(/\n\[parity\]\n"_" = "[a-z]{8}"\n\+\+\+\n/);
	expect(sync(folder, 'fr').stdout).toContain('0 recorded, 2 already current');
});

describe('one section', () => {
	const stale = (): string => {
		const folder = folderOf(pair);
		sync(folder, 'fr/take.md');
		change(folder, 'en/take.md', 'a day', 'two days');
		change(folder, 'en/take.md', 'the same way', 'by cheque');
		return folder;
	};

	test.each(['Cancel', 'cancel', '## Cancel'])('is recorded as `%s`, the others stay', (name) => {
		const folder = stale();
		expect(sync(folder, 'fr/take.md', '--section', name).stdout).toBe(
			'fr/take.md: recorded Cancel\n',
		);
		const { findings: left } = findings(folder, inFrench);
		expect(left.map(({ message }) => message)).toEqual([expect.stringContaining('`Refund`')]);
	});

	test('several are recorded at once', () => {
		const folder = stale();
		sync(folder, 'fr/take.md', '--section', 'cancel', '--section', 'refund');
		expect(check(folder)).toEqual([]);
	});

	test('an unknown one is told with the nearest, and nothing is recorded', () => {
		const folder = stale();
		const before = read(folder, 'fr/take.md');
		const { status, stdout } = sync(folder, 'fr/take.md', '--section', 'Cancle');
		expect(status).toBe(1);
		expect(stdout).toMatchInlineSnapshot(`
			"fr/take.md: not recorded, its source has no section \`Cancle\`. Did you mean \`Cancel\`?
			"
		`);
		expect(read(folder, 'fr/take.md')).toBe(before);
	});

	test('of two with the same words, the id is asked for', () => {
		const folder = folderOf({
			'en/a.md': '# A\n\n## Example\n\nOne.\n\n## Example\n\nTwo.\n',
			'fr/a.md': '# A\n\n## Exemple\n\nUn.\n\n## Exemple\n\nDeux.\n',
		});
		const { stdout } = sync(folder, 'fr', '--section', 'Example');
		expect(stdout).toMatch(/called `Example`\. Name one by its id: `example`,\s`example-1`/);
		expect(sync(folder, 'fr', '--section', 'example-1').stdout).toContain('1 section');
	});

	test('renamed sections are still known once a neighbour is recorded', () => {
		const page = (text: string) =>
			sourceSections(parseDocument({ path: 'a.md', locale: 'en', page: 'a.md', text }), []);
		const before = page('# A\n\n## B\n\nb\n\n## C\n\nc\n\n## D\n\nd\n');
		const now = page('# A\n\n## B\n\nb\n\n## New\n\nn\n\n## C\n\nc\n\n## E\n\nd\n');
		const digests = new Map(before.map(({ key, digest }) => [key, digest]));
		const next = nextRecord(now, digests, new Set(['new']));
		expect([...next.keys()]).toEqual(['_', 'a', 'b', 'new', 'c', 'd']);
		const all = nextRecord(now, next, new Set(['e']));
		expect([...all.keys()]).toEqual(['_', 'a', 'b', 'new', 'c', 'e']);
	});
});

describe('a page is not recorded', () => {
	const refused = (files: Readonly<Record<string, string>>, ...paths: string[]): string => {
		const folder = folderOf({ ...pair, ...files });
		const before = read(folder, 'fr/take.md');
		const { status, stdout, stderr } = sync(folder, ...(paths.length > 0 ? paths : ['fr']));
		expect([status, stderr]).toEqual([1, '']);
		expect(read(folder, 'fr/take.md')).toBe(before);
		return stdout;
	};

	test('with errors, which it tells', () => {
		const broken = TRANSLATION.replace('await ', '').replace(/## Rembourser[^]*/, '');
		expect(refused({ 'fr/take.md': broken })).toMatchInlineSnapshot(`
			"fr/take.md: not recorded, it has errors
			  10:1  Code differs from the source: expected \`await store.save(order);\`, found
			    \`store.save(order);\`. Copy the code of the source, and keep only its comments translated.
			    (code-drift)
			  15:34  The section \`Refund\` is missing. Translate it and put it here. (section-missing)
			Mend what \`npx parity check fr/take.md\` reports, then sync again.
			"
		`);
	});

	test('with a placeholder', () => {
		const half = TRANSLATION.replace('L’argent', '<!-- parity: translate -->\nL’argent');
		expect(refused({ 'fr/take.md': half })).toContain('untranslated-');
	});

	test('with the marks of a conflict', () => {
		const conflict = TRANSLATION.replace(
			'Une commande s’annule en un jour.',
			'<<<<<<< HEAD\nUne commande s’annule en un jour.\n=======\nElle s’annule.\n>>>>>>> other',
		);
		expect(refused({ 'fr/take.md': conflict })).toBe(
			'fr/take.md: not recorded, it holds conflict markers of git. Resolve the conflict first\n',
		);
	});

	test('with front matter that cannot be read', () => {
		const broken = TRANSLATION.replace('[orders]', '[orders');
		expect(refused({ 'fr/take.md': broken })).toContain('frontmatter-invalid');
		const open = TRANSLATION.replace(']\n---', ']');
		expect(refused({ 'fr/take.md': open })).toContain('not recorded');
	});

	test('that is no text', () => {
		const folder = folderOf(pair);
		writeFileSync(join(folder, 'fr/take.md'), Uint8Array.of(0x41, 0xff, 0x42));
		expect(sync(folder, 'fr').stdout).toContain('file-unreadable');
	});

	test('without a source, or with one that is broken', () => {
		const folder = folderOf({ 'en/a.md': '---\na: [\n---\n\n# A\n', 'fr/a.md': '# A\n' });
		expect(sync(folder, 'fr').stdout).toContain('its source page `en/a.md` has errors');
		expect(refused({ 'fr/orphan.md': FRENCH }, 'fr/orphan.md')).toContain(
			'fr/orphan.md: not recorded, it has no source page. Run `npx parity check fr/orphan.md`',
		);
	});

	test('but the others are', () => {
		const folder = folderOf({ ...pair, 'en/bad.md': ENGLISH, 'fr/bad.md': '# Rien\n' });
		const { status, stdout } = sync(folder, 'en');
		expect(status).toBe(1);
		expect(stdout).toContain('fr/take.md: recorded for the first time');
		expect(stdout).toContain('1 recorded, 0 already current, 1 not recorded');
		expect(read(folder, 'fr/bad.md')).toBe('# Rien\n');
	});
});

test('a record that somebody wrote by hand is replaced', () => {
	const folder = folderOf({
		...pair,
		'fr/take.md': TRANSLATION.replace('---\n', '---\nparity: done\n'),
	});
	expect(check(folder)).toEqual(['fr/take.md stale-record']);
	expect(sync(folder, 'fr').status).toBe(0);
	expect(check(folder)).toEqual([]);
});

test('a section that a page does without on purpose is not recorded as translated', () => {
	const without = TRANSLATION.replace(
		/## Rembourser[^]*/,
		'<!-- parity-ignore section-missing: refunds exist elsewhere only -->\n',
	);
	const folder = folderOf({ ...pair, 'fr/take.md': without });
	expect(check(folder)).toEqual([]);
	expect(sync(folder, 'fr').status).toBe(0);
	expect(read(folder, 'fr/take.md')).not.toContain('refund:');
	expect(check(folder)).toEqual([]);
	expect(sync(folder, 'fr').stdout).toBe('fr/take.md: already current\n');
});

test('what it cannot make sense of is told', () => {
	const folder = folderOf({ ...pair, 'en/other.md': ENGLISH, 'notes/a.md': ENGLISH });
	const refusal = (...args: string[]): string => {
		const { status, stdout, stderr } = sync(folder, ...args);
		expect([status, stdout]).toEqual([2, '']);
		return stderr;
	};
	expect(refusal()).toContain('It is not said which translations to record.');
	expect(refusal('fr/tak.md')).toContain('Did you mean `fr/take.md`?');
	expect(refusal('fr/take.md', '--sections', 'a')).toContain('Did you mean `--section`?');
	expect(refusal('fr/take.md', 'notes')).toContain('There is no translation at `notes`.');
	expect(refusal('en/other.md')).toContain('Begin one with `npx parity new`.');
});
