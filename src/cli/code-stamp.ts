import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The rooms that have a say in what is found. */
const ROOMS = ['src/checker', 'src/corpus', 'src/cli'];

/** npm writes it anew whenever it installs a package. */
const INSTALLED = 'node_modules/.package-lock.json';

/**
 * Tells two states of the checker's code apart, and of the packages that it stands on, by the sizes
 * and times of their files.
 *
 * @param folder absolute path of the repository that holds both
 * @returns `undefined` where npm has not said what it installed
 */
export function codeStamp(folder: string): string | undefined {
	const installed = statSync(join(folder, INSTALLED), { throwIfNoEntry: false });
	if (!installed) return undefined;
	const files = ROOMS.flatMap((room) =>
		readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })
			.sort()
			.map((name) => [name, statSync(join(folder, room, name))] as const),
	);
	return [['', installed] as const, ...files]
		.map(([name, { size, mtimeMs }]) => `${name} ${size} ${mtimeMs}`)
		.join('\n');
}
