import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { WriteError, writeWhole } from '../../src/cli/write-file.ts';
import { folderOf, project } from './parity-command.ts';

const OLD = `${'An order is stored before it is confirmed.\n'.repeat(50_000)}old\n`;
const NEW = `${'An order is confirmed once it is stored.\n'.repeat(60_000)}new\n`;

/** Writes the one text and the other, again and again, until somebody ends it. */
const WRITER = `
	import { writeWhole } from ${JSON.stringify(join(project, 'src/cli/write-file.ts'))};
	const [path, before, after] = ${JSON.stringify(['page.md', OLD, NEW])};
	process.stdout.write('writing');
	for (;;) for (const text of [after, before]) writeWhole(path, text);
`;

test('a kill at any moment leaves the file whole, old or new', { timeout: 60_000 }, async () => {
	const folder = folderOf({ 'page.md': OLD, 'write.mjs': WRITER });
	for (let delay = 0; delay < 40; delay += 4) {
		const writer = spawn(process.execPath, ['write.mjs'], { cwd: folder });
		await once(writer.stdout, 'data');
		await setTimeout(delay);
		writer.kill('SIGKILL');
		await once(writer, 'exit');
		const text = readFileSync(join(folder, 'page.md'), 'utf8');
		expect([OLD, NEW].includes(text), `killed after ${delay} ms`).toBe(true);
	}
	// What a kill leaves beside the file is hidden, so that nobody takes it for a page.
	const visible = readdirSync(folder).filter((name) => !name.startsWith('.'));
	expect(visible).toEqual(['page.md', 'write.mjs']);
});

test('the mode, the byte order mark and a link to the file stay', () => {
	const folder = folderOf({ 'page.md': '\ufeffold\n', 'plain.md': 'old\n' });
	chmodSync(join(folder, 'page.md'), 0o640);
	symlinkSync('page.md', join(folder, 'link.md'));
	writeWhole(join(folder, 'link.md'), 'new\n');
	writeWhole(join(folder, 'plain.md'), 'new\n');
	expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe('\ufeffnew\n');
	expect(readFileSync(join(folder, 'plain.md'), 'utf8')).toBe('new\n');
	expect(lstatSync(join(folder, 'link.md')).isSymbolicLink()).toBe(true);
	if (process.platform !== 'win32')
		expect(statSync(join(folder, 'page.md')).mode & 0o777).toBe(0o640);
	expect(readdirSync(folder).sort()).toEqual(['link.md', 'page.md', 'plain.md']);
});

test('a new file comes with its folders', () => {
	const folder = folderOf({});
	writeWhole(join(folder, 'fr/orders/take.md'), 'Prendre\n');
	expect(readFileSync(join(folder, 'fr/orders/take.md'), 'utf8')).toBe('Prendre\n');
});

test('what cannot be written is told, and nothing is left behind', () => {
	const folder = folderOf({ file: 'text\n' });
	mkdirSync(join(folder, 'page.md'));
	expect(() => {
		writeWhole(join(folder, 'page.md'), 'new\n');
	}).toThrow(new WriteError(join(folder, 'page.md'), 'it is a folder'));
	expect(() => {
		writeWhole(join(folder, 'file/page.md'), 'new\n');
	}).toThrow(WriteError);
	expect(readdirSync(folder).sort()).toEqual(['file', 'page.md']);
});

// The superuser writes whatever they want.
test.skipIf(process.getuid?.() === 0)('a file that is read-only stays as it was', () => {
	const folder = folderOf({});
	const path = join(folder, 'page.md');
	writeFileSync(path, 'old\n', { mode: 0o444 });
	expect(() => {
		writeWhole(path, 'new\n');
	}).toThrow(new WriteError(path, 'permission denied'));
	expect(readFileSync(path, 'utf8')).toBe('old\n');
});
