import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * When each file below a folder was last committed, from one `git log`. Empty outside a repository
 * and in a shallow clone, whose history would give wrong dates.
 *
 * @returns paths relative to `folder`, with forward slashes -> dates
 */
export async function lastCommitDates(folder: string): Promise<ReadonlyMap<string, Date>> {
	const dates = new Map<string, Date>();
	try {
		if ((await git(folder, 'rev-parse', '--is-shallow-repository')).trim() !== 'false')
			return dates;
		const log = await git(
			folder,
			...['-c', 'core.quotePath=off', 'log', '--format=\u0001%ct', '--name-only', '--no-renames'],
			...['--relative', '--', '.'],
		);
		let date = new Date(0);
		for (const line of log.split('\n')) {
			if (line.startsWith('\u0001')) date = new Date(Number(line.slice(1)) * 1000);
			else if (line !== '' && !dates.has(line)) dates.set(line, date);
		}
	} catch {
		// No git, or no repository: pages are published without a date.
	}
	return dates;
}

async function git(cwd: string, ...args: string[]): Promise<string> {
	const { stdout } = await promisify(execFile)('git', args, { cwd, maxBuffer: 2 ** 30 });
	return stdout;
}
