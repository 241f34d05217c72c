import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stampedFiles, stampFiles } from './stamp-files.ts';

/**
 * Where the bundle of the command lies in the repository: as deep as the code that it is made of, so
 * that both find the repository alike, and where `npm ci` makes it anew.
 */
export const BUNDLE_FOLDER = 'node_modules/.parity';

/** The file of the bundle that tells which state of the code it was made of. */
export const BUNDLE_STAMP = 'stamp.txt';

/**
 * The command in a few files instead of hundreds.
 *
 * @param folder absolute path of the repository
 * @returns the path of its entry; `undefined` where there is none, or the code has changed since
 */
export function findBundle(folder: string): string | undefined {
	const place = join(folder, BUNDLE_FOLDER);
	const path = join(place, BUNDLE_STAMP);
	if (!existsSync(path)) return undefined;
	const stamp = readFileSync(path, 'utf8');
	return stampFiles(folder, stampedFiles(stamp)) === stamp ? join(place, 'main.mjs') : undefined;
}
