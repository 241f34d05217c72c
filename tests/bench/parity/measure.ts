import { spawnSync } from 'node:child_process';

/** One run of a whole process. */
export interface Run {
	readonly seconds: number;
	/** Processor time of all its threads, in seconds. */
	readonly cpu: number;
	/** Largest resident set, in MiB. */
	readonly memory: number;
	readonly stdout: string;
}

/**
 * Told by the process itself when it ends. Linux counts the memory of the program that started it
 * into `maxRSS`, so its own high-water mark is asked for first.
 */
const TELL = `
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
	let { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
	try { maxRSS = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
	process.stderr.write('\\npeak ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime) + '\\n');
});`;

/**
 * Runs a program of Node.js from its start to its end.
 *
 * @throws Error where it ends with another exit code than 0 or 1, which all of them use for findings
 */
export function measure(args: readonly string[], folder: string): Run {
	const start = performance.now();
	const { status, stdout, stderr, error } = spawnSync(
		process.execPath,
		['--import', `data:text/javascript,${encodeURIComponent(TELL)}`, ...args],
		{ cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 30, env: { ...process.env, NO_COLOR: '1' } },
	);
	const seconds = (performance.now() - start) / 1000;
	if (error) throw error;
	const [, peak, cpu] = /peak (\d+) cpu (\d+)\s*$/.exec(stderr) ?? [];
	const isFailure = status !== 0 && status !== 1;
	if (isFailure || peak === undefined || /(?:Syntax|Type|Reference)Error/.test(stderr))
		throw new Error(
			`${args.join(' ')} ended with ${status ?? 'a signal'}:\n${stderr.slice(-2000)}`,
		);
	return { seconds, cpu: Number(cpu) / 1e6, memory: Number(peak) / 1024, stdout };
}

/** The run of median length. */
export function median(runs: readonly Run[]): Run {
	return runs.toSorted((a, b) => a.seconds - b.seconds)[runs.length >> 1]!;
}
