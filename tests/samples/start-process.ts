import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

export interface StartOptions {
	readonly cwd?: string;
	/** Beside what every program needs; nothing else of the test's own environment arrives. */
	readonly env?: Readonly<Record<string, string>>;
}

export interface Exit {
	readonly code: number | null;
	readonly signal: NodeJS.Signals | null;
	/** From the start of the process, in milliseconds. */
	readonly after: number;
}

export interface Running {
	readonly pid: number;
	/** What it has printed so far, on both streams. */
	output(): string;
	/** What it has printed on the standard output alone. */
	stdout(): string;
	/** Resolves when the process and its streams have ended. */
	readonly exited: Promise<Exit>;
	/** Resolves when the output matches; fails with the output when the process ends before. */
	printed(pattern: RegExp): Promise<void>;
	/** Resolves when something accepts connections there. */
	listening(port: number): Promise<void>;
	/** Sends a signal, and waits for the end. */
	kill(signal: NodeJS.Signals): Promise<Exit>;
}

/** Starts a program whose output and end a test can wait for. */
export function startProcess(
	command: string,
	args: readonly string[],
	{ cwd, env }: StartOptions = {},
): Running {
	const { PATH = '', HOME = '', TMPDIR } = process.env;
	const child = spawn(command, args, {
		cwd,
		env: { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const started = performance.now();
	let stdout = '';
	let output = '';
	let ended = false;
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		stdout += text;
		output += text;
	});
	child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
	const exited = new Promise<Exit>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => {
			ended = true;
			resolve({ code, signal, after: performance.now() - started });
		});
	});
	exited.catch(() => (ended = true));

	/** The tests' own time limit ends a wait that never succeeds. */
	async function until(what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> {
		while (!(await isTrue())) {
			if (ended) throw new Error(`\`${command}\` ended before ${what}. It printed:\n${output}`);
			await delay(10);
		}
	}

	return {
		pid: child.pid ?? -1,
		output: () => output,
		stdout: () => stdout,
		exited,
		printed: (pattern) => until(`it printed ${pattern}`, () => pattern.test(output)),
		listening: (port) => until(`it listened on port ${port}`, () => accepts(port)),
		async kill(signal) {
			if (!ended) child.kill(signal);
			return exited;
		},
	};
}

function accepts(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, 'localhost');
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => {
			resolve(false);
		});
	});
}
