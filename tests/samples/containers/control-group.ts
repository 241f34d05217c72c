import { accessSync, constants, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = '/sys/fs/cgroup';
let made = 0;

/** What a container engine puts a container's processes into, to limit their memory together. */
export interface ControlGroup {
	/** Version of the kernel's interface. */
	readonly version: 1 | 2;
	/** Where the group appears in the file system. */
	readonly path: string;
	/** A command that runs `command` in the group, as a process of its own. */
	confined(command: readonly string[]): string[];
	/** Removes the group; its processes must have ended. */
	remove(): void;
}

/** Why this machine cannot confine a process, as a sentence; nothing where it can. */
export function confinementProblem(): string | undefined {
	const needs =
		'Confining a process needs Linux, root, and control groups with the memory controller';
	if (process.platform !== 'linux') return `${needs}. This system is ${process.platform}`;
	const parent = memoryRoot();
	if (!parent) return `${needs}. ${ROOT} has no memory controller`;
	try {
		accessSync(parent.path, constants.W_OK);
		if (parent.version === 2) delegateMemory();
	} catch {
		return `${needs}. ${parent.path} is read-only for this process: run as root, outside of a container`;
	}
	return undefined;
}

/**
 * Makes a group whose processes may use `mebibytes` together, without swap.
 *
 * @param mebibytes nothing for a group without a limit of its own
 * @param parent a group that holds the new one
 */
export function makeControlGroup(
	mebibytes: number | undefined,
	parent?: ControlGroup,
): ControlGroup {
	const root = parent ?? memoryRoot()!;
	const { version } = root;
	const path = join(root.path, `handbook-${process.pid}-${++made}`);
	if (version === 2 && parent) writeFileSync(join(root.path, 'cgroup.subtree_control'), '+memory');
	mkdirSync(path);
	if (mebibytes !== undefined) {
		const bytes = String(mebibytes * 1024 * 1024);
		// Version 1 counts memory and swap together, version 2 counts swap alone.
		if (version === 2) limit('memory.max', bytes, 'memory.swap.max', '0');
		else limit('memory.limit_in_bytes', bytes, 'memory.memsw.limit_in_bytes', bytes);
	}
	function limit(memoryFile: string, bytes: string, swapFile: string, swap: string): void {
		writeFileSync(join(path, memoryFile), bytes);
		// Kernels without accounting of swap lack it.
		if (existsSync(join(path, swapFile))) writeFileSync(join(path, swapFile), swap);
	}

	return {
		version,
		path,
		confined: (command) => [
			'sh',
			'-c',
			'echo $$ > "$0" && exec "$@"',
			join(path, 'cgroup.procs'),
			...command,
		],
		remove: () => {
			rmdirSync(path);
		},
	};
}

function memoryRoot(): { version: 1 | 2; path: string } | undefined {
	if (existsSync(join(ROOT, 'memory/memory.limit_in_bytes')))
		return { version: 1, path: join(ROOT, 'memory') };
	const controllers = join(ROOT, 'cgroup.controllers');
	if (existsSync(controllers) && /\bmemory\b/.test(readFileSync(controllers, 'utf8')))
		return { version: 2, path: ROOT };
	return undefined;
}

/** Lets groups below the root of version 2 have limits of memory; systemd has done so already. */
function delegateMemory(): void {
	const file = join(ROOT, 'cgroup.subtree_control');
	if (!/\bmemory\b/.test(readFileSync(file, 'utf8'))) writeFileSync(file, '+memory');
}
