import { statSync } from 'node:fs';
import { join } from 'node:path';

/** npm writes it anew whenever it installs a package. */
export const INSTALLED = 'node_modules/.package-lock.json';

/**
 * Tells two states of files apart by their sizes and times: a line for each, which begins with its
 * name.
 *
 * @param names paths from the folder
 */
export function stampFiles(folder: string, names: readonly string[]): string {
	return names
		.map((name) => {
			const found = statSync(join(folder, name), { throwIfNoEntry: false });
			return `${name} ${found ? `${found.size} ${found.mtimeMs}` : 'gone'}`;
		})
		.join('\n');
}

/** The names of files in what `stampFiles` gives. */
export function stampedFiles(stamp: string): string[] {
	return stamp.split('\n').map((line) => line.slice(0, line.indexOf(' ')));
}
