import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROKEN, ENGLISH, findings, FOLDERS, folderOf, FRENCH, told } from './parity-command.ts';

const inFrench = [...FOLDERS, '--locales', 'fr'];
const both = { 'en/take.md': ENGLISH, 'fr/take.md': FRENCH };

test('line endings, and a byte order mark, are no difference', () => {
	const windows = `\uFEFF${FRENCH.replaceAll('\n', '\r\n')}`;
	expect(findings(folderOf({ ...both, 'fr/take.md': windows }), inFrench).findings).toEqual([]);
	const broken = BROKEN.replaceAll('\n', '\r\n');
	const [finding] = findings(folderOf({ ...both, 'fr/take.md': broken }), inFrench).findings;
	expect(finding?.target?.start?.line).toBe(6);
});

test('hidden folders and installed packages are left out', () => {
	const { summary } = findings(
		folderOf({
			...both,
			'en/.drafts/secret.md': ENGLISH,
			'en/node_modules/package/readme.md': ENGLISH,
			'fr/.take.md.swp.md': BROKEN,
		}),
		inFrench,
	);
	expect(summary).toMatchObject({ pages: 1, pairs: 1, errors: 0 });
});

test('a hidden folder that the pattern names is meant', () => {
	const folder = folderOf({ '.docs/en/take.md': ENGLISH, '.docs/fr/take.md': BROKEN });
	const where = ['--source', '.docs/en/{page}', '--target', '.docs/{locale}/{page}'];
	expect(told(findings(folder, [...where, '--locales', 'fr']))).toEqual([
		'.docs/fr/take.md code-drift',
	]);
});

test('files that cannot be read are findings', () => {
	const folder = folderOf({
		...both,
		'en/utf-16.md': ENGLISH,
		'fr/utf-16.md': Buffer.from(`\uFEFF${FRENCH}`, 'utf16le'),
		'en/latin-1.md': ENGLISH,
		'fr/latin-1.md': Buffer.from(FRENCH, 'latin1'),
		'en/folder.md': ENGLISH,
		'fr/folder.md/inside.md': FRENCH,
		'en/source.md': Buffer.from([0x23, 0x20, 0xff]),
		'fr/source.md': FRENCH,
		'en/linked.md': ENGLISH,
	});
	symlinkSync('nowhere.md', join(folder, 'fr/linked.md'));
	const report = findings(folder, inFrench);
	expect(report.findings.map(({ target, message }) => [target?.path, message])).toEqual([
		[
			'en/source.md',
			'Byte `0xFF` is not valid UTF-8. Save the file again as UTF-8; it may be Latin-1 or Windows-1252 now.',
		],
		[
			'fr/folder.md',
			'The file cannot be read: it is a folder. Check its permissions, or remove it.',
		],
		[
			'fr/latin-1.md',
			'Byte `0xE9` is not valid UTF-8. Save the file again as UTF-8; it may be Latin-1 or Windows-1252 now.',
		],
		[
			'fr/linked.md',
			'The file cannot be read: it is a link to nothing. Check its permissions, or remove it.',
		],
		['fr/utf-16.md', 'The file is UTF-16, not UTF-8. Save it again as UTF-8.'],
	]);
	expect(report.findings.every(({ severity }) => severity === 'error')).toBe(true);
});

// The superuser may read everything.
test.skipIf(process.getuid?.() === 0)('a file without permission is a finding', () => {
	const folder = folderOf(both);
	chmodSync(join(folder, 'fr/take.md'), 0o000);
	expect(findings(folder, inFrench).findings.map(({ message }) => message)).toEqual([
		'The file cannot be read: permission denied. Check its permissions, or remove it.',
	]);
});

test('links to files are read; links to folders, and to themselves, end nothing', () => {
	const folder = folderOf({ ...both, 'shared/cancel.md': BROKEN, 'en/cancel.md': ENGLISH });
	symlinkSync('../shared/cancel.md', join(folder, 'fr/cancel.md'));
	symlinkSync('..', join(folder, 'fr/up'));
	symlinkSync('loop.md', join(folder, 'fr/loop.md'));
	expect(told(findings(folder, inFrench))).toEqual([
		'fr/cancel.md code-drift',
		'fr/loop.md file-unreadable',
		'fr/loop.md page-orphan',
	]);
});

test.skipIf(process.platform === 'win32')('a pipe is not waited for', () => {
	const folder = folderOf(both);
	execFileSync('mkfifo', [join(folder, 'fr/pipe.md')]);
	expect(told(findings(folder, inFrench))).toEqual([]);
});

test('empty files', () => {
	const empty = findings(folderOf({ 'en/take.md': '', 'fr/take.md': '' }), inFrench);
	expect(empty.findings).toEqual([]);
	expect(empty.summary.pairs).toBe(1);
	const lost = findings(folderOf({ ...both, 'fr/take.md': '' }), inFrench);
	expect(lost.summary.errors).toBeGreaterThan(0);
	const gained = findings(folderOf({ ...both, 'en/take.md': '' }), inFrench);
	expect(gained.summary.errors).toBeGreaterThan(0);
});

test('an empty folder is passed by', () => {
	const folder = folderOf(both);
	mkdirSync(join(folder, 'fr/empty'));
	expect(findings(folder, inFrench).findings).toEqual([]);
});

test('a page that was renamed is told once, with its new name', () => {
	const cancel = ENGLISH.replaceAll('store.save(order)', 'queue.withdraw(order, { by: 86400 })');
	const folder = folderOf({
		...both,
		'en/orders/withdraw.md': ENGLISH,
		'fr/orders/withdrew.md': FRENCH,
		'en/billing/refund.md': cancel,
		'fr/payments/annuler-une-commande.md': cancel,
	});
	const report = findings(folder, inFrench);
	expect(report.findings.map(({ ruleId, message }) => [ruleId, message])).toEqual([
		[
			'page-orphan',
			'There is no source page `en/orders/withdrew.md`. Rename this file to `fr/orders/withdraw.md` if that is its source.',
		],
		[
			'page-orphan',
			'There is no source page `en/payments/annuler-une-commande.md`. Rename this file to `fr/billing/refund.md` if that is its source.',
		],
	]);
});

test('a page without any likely source is told as such', () => {
	const report = findings(folderOf({ ...both, 'fr/histoire.md': '# Histoire\n' }), inFrench);
	expect(report.findings.map(({ message }) => message)).toEqual([
		'There is no source page `en/histoire.md`. Write it first, or remove this translation.',
	]);
});
