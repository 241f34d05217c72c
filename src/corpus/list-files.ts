import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/**
 * Paths below a folder, relative to `root`, with `/`. Hidden files and folders and installed
 * packages are left out, links to folders are not followed. A folder that is named like a page is
 * listed as if it were one.
 *
 * @param below relative to `root`; nothing is listed where there is no such folder
 */
export function listFiles(root: string, below: string): string[] {
	if (!statSync(join(root, below), { throwIfNoEntry: false })?.isDirectory()) return [];
	const paths: string[] = [];
	const visit = (relative: string): void => {
		for (const entry of read(join(root, relative))) {
			if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
			const path = relative === '' ? entry.name : `${relative}/${entry.name}`;
			const isFolder = entry.isDirectory();
			if (isFolder && !/\.mdx?$/i.test(entry.name)) visit(path);
			// Whoever opens a pipe waits for somebody to write into it.
			else if (isFolder || entry.isFile() || entry.isSymbolicLink()) paths.push(path);
		}
	};
	visit(below);
	return paths;
}

/** A folder that cannot be opened holds no pages that anybody could check. */
function read(folder: string): Dirent[] {
	try {
		return readdirSync(folder, { withFileTypes: true });
	} catch {
		return [];
	}
}
