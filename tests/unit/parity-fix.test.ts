import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyPatch, parsePatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { fileDifference } from '../../src/reporters/file-difference.ts';
import { BROKEN, ENGLISH, folderOf, FOLDERS, FRENCH, parity } from './parity-command.ts';

const PLACES = [...FOLDERS, '--locales', 'fr,es'];

function fix(folder: string, ...args: string[]) {
	return parity(folder, ['fix', ...PLACES, ...args]);
}

function read(folder: string, path: string): string {
	return readFileSync(join(folder, path), 'utf8');
}

test('a translation is repaired in its place, and a second run has nothing to do', () => {
	const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': BROKEN });
	const first = fix(folder);
	expect(first.stdout).toContain(
		'fr/orders.md  1 repair: code-drift\nRepaired 1 difference in 1 file.',
	);
	expect(first.status).toBe(0);
	expect(read(folder, 'fr/orders.md')).toBe(FRENCH);
	expect(read(folder, 'en/orders.md')).toBe(ENGLISH);
	const second = fix(folder);
	expect(second.stdout).toContain('There is nothing that a machine can repair.');
	expect(second.status).toBe(0);
});

test('what is left is listed, with the next step, and makes the exit code', () => {
	const english = `${ENGLISH}\n## Cancel\n\nA cancelled order stays on file.\n`;
	const orphan = { 'es/uploads.md': FRENCH };
	const folder = folderOf({ 'en/orders.md': english, 'fr/orders.md': BROKEN, ...orphan });
	const { status, stdout } = fix(folder);
	expect(stdout).toContain('fr/orders.md  1 repair: code-drift');
	expect(stdout).toContain('The section `Cancel` is missing.');
	expect(stdout).toContain('1 error in 1 file · 1 page, 1 pair\n');
	expect(stdout).toContain('npx parity explain section-missing');
	expect(stdout).not.toContain('npx parity fix');
	expect(status).toBe(1);
});

test('a dry run prints a difference that can be applied, and writes nothing', () => {
	const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': BROKEN });
	const { status, stdout, stderr } = fix(folder, '--dry-run');
	expect(read(folder, 'fr/orders.md')).toBe(BROKEN);
	expect(applyPatch(BROKEN, parsePatch(stdout)[0]!)).toBe(FRENCH);
	expect(stdout).toMatch(/^--- a\/fr\/orders\.md\n\+\+\+ b\/fr\/orders\.md\n@@/);
	expect(stderr).toBe('Would repair 1 difference in 1 file; nothing was written.\n');
	expect(status).toBe(0);
});

test('a difference in colours cannot deceive the eye', () => {
	const shown = fileDifference('fr/a.md', 'a\n', 'b\u202e\u001b[2J\n', { color: true });
	expect(shown).toContain('+b\\u202e\\u001b[2J');
});

test('line ends, byte order mark and mode of a file stay', () => {
	const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
	const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': `\ufeff${crlf(BROKEN)}` });
	chmodSync(join(folder, 'fr/orders.md'), 0o640);
	fix(folder);
	expect(read(folder, 'fr/orders.md')).toBe(`\ufeff${crlf(FRENCH)}`);
	expect(statSync(join(folder, 'fr/orders.md')).mode & 0o777).toBe(0o640);
});

test('only the paths that are named are repaired', () => {
	const folder = folderOf({
		...{ 'en/orders.md': ENGLISH, 'fr/orders.md': BROKEN },
		'es/orders.md': BROKEN,
	});
	fix(folder, 'fr');
	expect(read(folder, 'fr/orders.md')).toBe(FRENCH);
	expect(read(folder, 'es/orders.md')).toBe(BROKEN);
});

test('only the rules that are named are followed, and told', () => {
	const level = BROKEN.replace('# Prendre', '## Prendre');
	const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': level });
	const { status, stdout } = fix(folder, '--rule', 'heading-level');
	expect(read(folder, 'fr/orders.md')).toBe(BROKEN);
	expect(stdout).not.toContain('code-drift');
	expect(status).toBe(0);
});

describe('a file that cannot be repaired is left as it is, and the others are repaired', () => {
	test.each([
		[
			'conflict markers of git',
			BROKEN.replace('await', '') + '<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> other\n',
			'`fr/orders.md` was left as it is: it holds conflict markers of git.',
			2,
		],
		['bytes that are no text', Buffer.from([0x23, 0x20, 0xe9, 0x0a]), '', 1],
	])('%s', (_, content, sentence, code) => {
		const folder = folderOf({
			...{ 'en/orders.md': ENGLISH, 'fr/orders.md': content },
			...{ 'en/stock.md': ENGLISH, 'fr/stock.md': BROKEN },
		});
		const { status, stderr } = fix(folder);
		expect(stderr).toContain(sentence);
		expect(status).toBe(code);
		expect(readFileSync(join(folder, 'fr/orders.md'))).toEqual(
			typeof content === 'string' ? Buffer.from(content) : content,
		);
		expect(read(folder, 'fr/stock.md')).toBe(FRENCH);
	});

	test('and nothing is said to be well that was not looked at', () => {
		const conflict = `${BROKEN}<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> other\n`;
		const folder = folderOf({ 'en/orders.md': ENGLISH, 'fr/orders.md': conflict });
		expect(fix(folder).stdout).toBe('Repaired nothing. Left as it was: 1 file.\n');
	});

	// Whoever may do everything may write to every file.
	test.skipIf(process.getuid?.() === 0)('no permission to write', () => {
		const folder = folderOf({
			...{ 'en/orders.md': ENGLISH, 'fr/orders.md': BROKEN },
			...{ 'en/stock.md': ENGLISH, 'fr/stock.md': BROKEN },
		});
		chmodSync(join(folder, 'fr/orders.md'), 0o440);
		const { status, stderr } = fix(folder);
		expect(stderr).toContain('`fr/orders.md` was left as it is: it cannot be written');
		expect(status).toBe(2);
		expect(read(folder, 'fr/stock.md')).toBe(FRENCH);
	});
});

test.each([
	[['--rule', 'code-drifts'], 'There is no rule `code-drifts`.\nDid you mean `code-drift`?'],
	[['--dryrun'], 'There is no option `--dryrun`.\nDid you mean `--dry-run`?'],
	[['fr/order.md'], 'There is no file or folder `fr/order.md`.\nDid you mean `fr/orders.md`?'],
	[['en/stock.md'], 'No translation matches `{locale}/{page}` among the paths given.'],
])('%j is refused', (args, sentence) => {
	const folder = folderOf({
		...{ 'en/orders.md': ENGLISH, 'fr/orders.md': BROKEN },
		'en/stock.md': ENGLISH,
	});
	const { status, stderr } = fix(folder, ...args);
	expect(stderr).toContain(sentence);
	expect(status).toBe(2);
	expect(read(folder, 'fr/orders.md')).toBe(BROKEN);
});
