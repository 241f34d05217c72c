import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGES = resolve(import.meta.dirname, '../../node_modules');

/** Writes files beside the packages that samples import. They vanish when the process ends. */
export function measureFolder(files: Readonly<Record<string, string>>): string {
	const path = mkdtempSync(join(tmpdir(), 'handbook-measure-'));
	symlinkSync(PACKAGES, join(path, 'node_modules'), 'junction');
	writeFileSync(join(path, 'package.json'), '{ "type": "module" }\n');
	for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
	process.once('exit', () => {
		rmSync(path, { recursive: true, force: true });
	});
	return path;
}
