import { execFileSync } from 'node:child_process';

/** What a container takes from its process. */
export interface Limits {
	/** 0 for root. */
	readonly user: number;
	/** Without them, and without a way to gain any. */
	readonly noCapabilities?: boolean;
	/** Folder that becomes read-only, apart from the folder `tmp` in it. */
	readonly readOnly?: string;
}

/** Why this machine cannot limit a process, as a sentence; nothing where it can. */
export function limitsProblem(): string | undefined {
	const needs = 'needs Linux, root, `setpriv`, `unshare`, and a Node.js that user 1000 may run';
	if (process.getuid?.() !== 0) return needs;
	try {
		execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
		const node = [process.execPath, '--version'];
		const [command, ...args] = limited({ user: 1000, noCapabilities: true }, node);
		execFileSync(command!, args, { stdio: 'ignore' });
		return undefined;
	} catch {
		return needs;
	}
}

/** A command that runs `command` with limits, as a container engine sets them. */
export function limited(
	{ user, noCapabilities, readOnly }: Limits,
	command: readonly string[],
): string[] {
	const mounts = [
		'mount --bind "$0" "$0"',
		'cd "$PWD"', // into the new mount
		'mount --options remount,bind,ro "$0"',
		'mount --types tmpfs --options mode=1777 tmpfs "$0/tmp"',
		'exec "$@"',
	];
	const identity = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
	const powers = ['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
	return [
		...(readOnly ? ['unshare', '--mount', 'sh', '-c', mounts.join(' && '), readOnly] : []),
		...['setpriv', ...identity, ...(noCapabilities ? powers : []), ...command],
	];
}
