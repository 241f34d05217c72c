import { execFileSync } from 'node:child_process';
import { cleanEnvironment } from './parity-command.ts';

/** Runs git in a folder, as somebody without settings of their own; returns what it prints. */
export function git(folder: string, ...args: readonly string[]): string {
	return execFileSync('git', [...SETTINGS, ...args], {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
		env: cleanEnvironment({ GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }),
	});
}

const SETTINGS = Object.entries({
	'user.name': 'Somebody',
	'user.email': 'somebody@example.org',
	'init.defaultBranch': 'main',
	'commit.gpgSign': 'false',
}).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** Commits all that a folder holds; the folder becomes a repository if it is none. */
export function commit(folder: string, message: string): void {
	git(folder, 'init', '--quiet');
	git(folder, 'add', '--all');
	git(folder, 'commit', '--quiet', '--message', message);
}
