import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder that goes when the tests of this process are over. */
export function scratchFolder(name: string): string {
	const folder = mkdtempSync(join(tmpdir(), `${name}-`));
	process.once('exit', () => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}
