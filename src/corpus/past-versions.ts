import { execFile, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { decode } from './decode.ts';
import { createBlobReader } from './read-blobs.ts';

/**
 * The texts that a file had at its commits, newest first, its renames followed. Nothing where there
 * is no git, no repository or no commit; what a shallow clone lacks is left out. Two processes in
 * all, which end as soon as nobody asks for more.
 *
 * @param path absolute path of the file as it is called now
 */
export async function* pastVersions(path: string): AsyncGenerator<string> {
	const { folder, args } = place(path);
	const options = ['--follow', '-c', '--raw', '--no-abbrev', '--no-color', '--format='];
	const git = spawn('git', ['--literal-pathspecs', 'log', ...options, ...args], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	// No git: there are no lines.
	git.on('error', () => undefined);
	const blobs = createBlobReader(folder);
	const seen = new Set<string>();
	try {
		for await (const line of createInterface({ input: git.stdout })) {
			// `:100644 100644 <before> <after> M`, then a tab and the path; a merge has several befores.
			const ids = line.startsWith(':')
				? (line.split('\t')[0]!.match(/\b[\da-f]{40,}\b/g) ?? [])
				: [];
			for (const id of ids.reverse()) {
				if (seen.has(id) || /^0+$/.test(id)) continue;
				seen.add(id);
				const bytes = await blobs.read(id);
				if (bytes) yield decode(bytes).text;
			}
		}
	} finally {
		git.kill();
		blobs.close();
	}
}

/** Why an earlier text of a file may not be found. */
export type HistoryLimit = 'no-git' | 'no-repository' | 'no-commit' | 'shallow' | 'none';

/** @param path absolute path of the file */
export async function historyLimit(path: string): Promise<HistoryLimit> {
	const { folder, args } = place(path);
	const git = async (...words: string[]): Promise<string> =>
		(
			await promisify(execFile)('git', ['--literal-pathspecs', ...words], { cwd: folder })
		).stdout.trim();
	try {
		if ((await git('rev-parse', '--is-shallow-repository')) === 'true') return 'shallow';
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no-git' : 'no-repository';
	}
	const commit = await git('log', '-1', '--format=%h', ...args).catch(() => '');
	return commit === '' ? 'no-commit' : 'none';
}

/** A link to a file has the history of that file. */
function place(path: string): { folder: string; args: readonly string[] } {
	const real = realpathSync(path);
	return { folder: dirname(real), args: ['--', basename(real)] };
}
