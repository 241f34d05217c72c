import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_STAMP } from './find-bundle.ts';
import { INSTALLED, stampFiles } from './stamp-files.ts';

/** The rooms that have a say in what is found. */
const ROOMS = ['src/checker', 'src/corpus', 'src/cli'];

/**
 * Tells two states of the checker's code apart, and of the packages that it stands on.
 *
 * @param folder absolute path of the repository that holds both
 * @returns `undefined` where npm has not said what it installed
 */
export function codeStamp(folder: string): string | undefined {
	// The bundle, which was compared with the code before it was started.
	const bundled = join(import.meta.dirname, BUNDLE_STAMP);
	if (existsSync(bundled)) return readFileSync(bundled, 'utf8');
	if (!existsSync(join(folder, INSTALLED))) return undefined;
	const files = ROOMS.flatMap((room) =>
		readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })
			.sort()
			.map((name) => join(room, name)),
	);
	return stampFiles(folder, [INSTALLED, ...files]);
}
