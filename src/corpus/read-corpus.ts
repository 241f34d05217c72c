import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Stray } from '../checker/corpus.ts';
import type { SourceFile } from '../checker/source-file.ts';
import { readSourceFile } from './read-source-file.ts';

/** A content folder as plain data. */
export interface CorpusFiles {
	readonly files: readonly SourceFile[];
	/** Paths of all other files, below the content folder. */
	readonly assets: ReadonlySet<string>;
	readonly strays: readonly Stray[];
}

/** The content folder itself cannot be used. */
export class ContentFolderError extends Error {}

/**
 * Reads `<folder>/<locale>/**` once. A file that cannot be read becomes a source file with a
 * defect; hidden files are left alone.
 *
 * @param folder absolute path of the content folder
 * @param from absolute path of the folder that displayed paths are relative to
 * @throws ContentFolderError where there is no such folder
 */
export async function readCorpus(
	folder: string,
	locales: readonly string[],
	from: string,
): Promise<CorpusFiles> {
	const files: SourceFile[] = [];
	const assets = new Set<string>();
	const strays: Stray[] = [];
	for (const absolute of await listFiles(folder)) {
		const contentPath = toPosix(relative(folder, absolute));
		const path = toPosix(relative(from, absolute));
		const [locale = '', ...rest] = contentPath.split('/');
		const extension = /\.(\w+)$/.exec(contentPath)?.[1]?.toLowerCase();
		if (extension !== 'md') {
			if (extension === 'mdx' || extension === 'markdown')
				strays.push({ path, contentPath, kind: 'unknown-type' });
			else assets.add(contentPath);
		} else if (rest.length === 0) strays.push({ path, contentPath, kind: 'outside-locale' });
		else if (!locales.includes(locale)) strays.push({ path, contentPath, kind: 'unknown-locale' });
		else files.push(readSourceFile(absolute, { path, locale, page: rest.join('/') }));
	}
	return { files, assets, strays };
}

async function listFiles(folder: string): Promise<string[]> {
	if (!(await stat(folder).catch(() => undefined))?.isDirectory())
		throw new ContentFolderError(
			`There is no content folder ${folder}. Create it, or set CONTENT_DIR to the folder that holds the language folders.`,
		);
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => !entry.isDirectory() || /\.md$/i.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name))
		.filter(
			(path) =>
				!relative(folder, path)
					.split(sep)
					.some((part) => part.startsWith('.')),
		)
		.sort();
}

/** `toPosix('a\\b')` => `'a/b'` on Windows */
export function toPosix(path: string): string {
	return sep === '/' ? path : path.split(sep).join('/');
}
