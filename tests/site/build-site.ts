import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainEnvironment } from './plain-environment.ts';
import { scratchFolder } from './scratch-folder.ts';

/** The project's own folder. */
export const project = resolve(import.meta.dirname, '../..');

export interface BuiltSite {
	readonly succeeded: boolean;
	/** What the build printed, without colours. */
	readonly output: string;
	/** Absolute path of the built site. */
	readonly folder: string;
	/** Text of a file of the built site. */
	read(path: string): string;
}

/**
 * Builds the site as `npm run build` does, into a folder of its own.
 *
 * @param env variables of the environment, such as `CONTENT_DIR` and `BASE_PATH`
 * @param root the project to build; another than this one to build a changed copy
 */
export function buildSite(
	env: Readonly<Record<string, string>>,
	root: string = project,
): BuiltSite {
	const scratch = scratchFolder('handbook');
	const folder = join(scratch, 'dist');
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', folder],
		{
			cwd: root,
			encoding: 'utf8',
			env: plainEnvironment({ CACHE_DIR: join(scratch, 'cache'), ...env }),
		},
	);
	return {
		succeeded: status === 0,
		output: stdout + stderr,
		folder,
		read: (path) => readFileSync(join(folder, path), 'utf8'),
	};
}
