import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { startProcess, type Running, type StartOptions } from './start-process.ts';

/** A PID namespace of its own, as a container has; it needs no root where the kernel allows that. */
const UNSHARE = ['--map-root-user', '--pid', '--fork', '--mount-proc', '--kill-child'];

/** A program that has number 1 in its own PID namespace. */
export interface ProcessOne extends Running {
	/** Sends it a signal, as `docker stop` does. */
	signal(signal: NodeJS.Signals): void;
	/** Runs a line of shell beside it, as `docker exec` does, and returns what that prints. */
	execute(line: string): string;
}

/** Whether this machine lets us start programs as process 1. */
export function findNamespaces(): boolean {
	try {
		execFileSync('unshare', [...UNSHARE, 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Starts a program as process 1, with this very Node.js as its `node`. */
export function startAsProcessOne(
	[command, ...args]: readonly string[],
	{ env, ...options }: StartOptions = {},
	start: typeof startProcess = startProcess,
): ProcessOne {
	const PATH = `${dirname(process.execPath)}:${process.env.PATH}`;
	const unshare = start('unshare', [...UNSHARE, command!, ...args], {
		...options,
		env: { PATH, ...env },
	});
	/** Its number outside. */
	function outside(): number {
		const children = `/proc/${unshare.pid}/task/${unshare.pid}/children`;
		return Number(readFileSync(children, 'utf8').trim());
	}
	return {
		...unshare,
		signal(signal) {
			process.kill(outside(), signal);
		},
		execute(line) {
			const namespaces = ['--user', '--preserve-credentials', '--pid', '--mount'];
			const target = `--target=${outside()}`;
			const command = [target, ...namespaces, 'sh', '-c', line];
			return execFileSync('nsenter', command, { encoding: 'utf8' });
		},
	};
}
