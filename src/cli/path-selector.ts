import { existsSync, realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { UsageError } from './usage-error.ts';

/**
 * Which files the paths on the command line mean: themselves, or all below them.
 *
 * @param paths relative to `here`
 * @param folder absolute path of the folder that the paths of pages are relative to
 * @throws UsageError where nothing is there
 */
export function pathSelector(
	paths: readonly string[],
	here: string,
	folder: string,
): (path: string) => boolean {
	const wanted = paths.map((path) => {
		const absolute = resolve(here, path);
		if (!existsSync(absolute))
			throw new UsageError(
				`There is no file or folder \`${path}\`.`,
				'Name files or folders that hold pages.',
			);
		const below = relative(folder, absolute);
		const isOutside = below === '..' || below.startsWith(`..${sep}`);
		// The working folder is told without the links that led to it.
		const found = isOutside ? relative(realpathSync(folder), realpathSync(absolute)) : below;
		return found.split(sep).join('/');
	});
	return (path) =>
		wanted.some((each) => each === '' || path === each || path.startsWith(`${each}/`));
}
