import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	mkdirSync,
	readdirSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BUNDLE_FOLDER, BUNDLE_STAMP, findBundle } from '../../src/cli/find-bundle.ts';
import { INSTALLED, stampFiles } from '../../src/cli/stamp-files.ts';
import {
	BROKEN,
	cleanEnvironment,
	ENGLISH,
	FOLDERS,
	folderOf,
	FRENCH,
	project,
	type Outcome,
} from './parity-command.ts';

/** So many that a second thread checks some, where there is one. */
const PAGES = 400;

/** The command with packages of its own, so that its bundle can be made and broken. */
function copyOfProject(): string {
	const copy = folderOf({});
	cpSync(join(project, 'src'), join(copy, 'src'), { recursive: true });
	cpSync(join(project, 'package.json'), join(copy, 'package.json'));
	const packages = join(project, 'node_modules');
	mkdirSync(join(copy, 'node_modules'));
	cpSync(join(project, INSTALLED), join(copy, INSTALLED));
	for (const name of readdirSync(packages))
		if (!name.startsWith('.'))
			symlinkSync(join(packages, name), join(copy, 'node_modules', name), 'junction');
	return copy;
}

/** Half of the translations lost something; one is in English, so that languages are told apart. */
function manyPages(): string {
	const files: Record<string, string> = {};
	for (let page = 0; page < PAGES; page++) {
		files[`en/${page}.md`] = ENGLISH;
		files[`fr/${page}.md`] = page % 2 ? FRENCH : BROKEN;
	}
	files['fr/1.md'] = ENGLISH;
	return folderOf(files);
}

function runNode(folder: string, args: readonly string[]): Outcome {
	const { status, stdout, stderr } = spawnSync(process.execPath, args, {
		cwd: folder,
		encoding: 'utf8',
		maxBuffer: 2 ** 28,
		env: cleanEnvironment(),
	});
	return { status, stdout, stderr };
}

test('the bundle finds what the code finds that it was made of, and rests when that changes', () => {
	const copy = copyOfProject();
	const corpus = manyPages();
	const check = (): Outcome =>
		runNode(corpus, [
			...[join(copy, 'src/cli/parity.mjs'), 'check', '--format', 'json'],
			...[...FOLDERS, '--locales', 'fr'],
		]);
	const fromCode = check();
	expect(fromCode).toMatchObject({ status: 1, stderr: '' });
	expect(fromCode.stdout).toContain('untranslated-text');

	expect(runNode(copy, ['src/cli/bundle.ts'])).toMatchObject({ status: 0, stdout: '', stderr: '' });
	for (const entry of ['main', 'check-worker'])
		appendFileSync(join(copy, BUNDLE_FOLDER, `${entry}.mjs`), `\nconsole.error('${entry}');\n`);
	const bundled = check();
	expect(bundled.stdout).toBe(fromCode.stdout);
	const entries = availableParallelism() > 1 ? ['check-worker', 'main'] : ['main'];
	expect(bundled.stderr.trim().split('\n').sort()).toEqual(entries);
	// What it has found is known to the next run, which needs no thread.
	expect(check()).toEqual({ ...bundled, stderr: 'main\n' });

	appendFileSync(join(copy, 'src/locales.ts'), '\n');
	expect(check()).toEqual(fromCode);
});

test('the bundle is found as long as the code and the packages are as they were', () => {
	const names = ['src/cli/main.ts', 'src/checker/check.ts', INSTALLED];
	const folder = folderOf(Object.fromEntries(names.map((name) => [name, name])));
	expect(findBundle(folder)).toBeUndefined();
	const build = (): void => {
		mkdirSync(join(folder, BUNDLE_FOLDER), { recursive: true });
		writeFileSync(join(folder, BUNDLE_FOLDER, BUNDLE_STAMP), stampFiles(folder, names));
	};
	const changes = {
		longer: () => {
			appendFileSync(join(folder, 'src/checker/check.ts'), ' ');
		},
		saved: () => {
			utimesSync(join(folder, 'src/cli/main.ts'), 1, 1);
		},
		installed: () => {
			utimesSync(join(folder, INSTALLED), 1, 1);
		},
		gone: () => {
			rmSync(join(folder, 'src/cli/main.ts'));
		},
	};
	for (const [name, change] of Object.entries(changes)) {
		build();
		expect(findBundle(folder), name).toBe(join(folder, BUNDLE_FOLDER, 'main.mjs'));
		change();
		expect(findBundle(folder), name).toBeUndefined();
	}
});
