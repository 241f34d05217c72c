import { mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PACKAGES = resolve(import.meta.dirname, '../../node_modules');

/** A new folder beside the packages that samples import, in which `.js` is a module. */
export function packageFolder(name: string): string {
	const path = realpathSync(mkdtempSync(join(tmpdir(), `handbook-${name}-`)));
	symlinkSync(PACKAGES, join(path, 'node_modules'), 'junction');
	writeFileSync(join(path, 'package.json'), '{ "type": "module" }\n');
	return path;
}
