import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { didYouMean } from './did-you-mean.ts';
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
		if (!existsSync(absolute)) throw missing(path, absolute);
		const below = relative(folder, absolute);
		const isOutside = below === '..' || below.startsWith(`..${sep}`);
		// The working folder is told without the links that led to it.
		const found = isOutside ? relative(realpathSync(folder), realpathSync(absolute)) : below;
		return toPosix(found);
	});
	return (path) =>
		wanted.some((each) => each === '' || path === each || path.startsWith(`${each}/`));
}

function missing(path: string, absolute: string): UsageError {
	const [written, folder] = [dirname(path), dirname(absolute)];
	const siblings = existsSync(folder) ? readdirSync(folder) : [];
	const near = didYouMean(
		toPosix(path),
		siblings.map((name) => toPosix(join(written, name))),
	);
	return new UsageError(
		`There is no file or folder \`${path}\`.`,
		near ?? 'Name files or folders that hold pages.',
	);
}

function toPosix(path: string): string {
	return path.split(sep).join('/');
}
