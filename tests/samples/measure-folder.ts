import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** Writes files beside the packages that samples import. They vanish when the process ends. */
export function measureFolder(files: Readonly<Record<string, string>>): string {
	const path = packageFolder('measure');
	for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
	process.once('exit', () => {
		rmSync(path, { recursive: true, force: true });
	});
	return path;
}
