import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { startProcess } from './start-process.ts';

export interface Redis {
	/** `redis://127.0.0.1:<port>` */
	readonly url: string;
	/** Ends the server, as a failure would. */
	stop(): Promise<void>;
}

/** Whether this machine has a Redis server to start. */
export function findRedis(): boolean {
	try {
		execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Starts an empty Redis server on a free port, which keeps nothing on disk. */
export async function startRedis(): Promise<Redis> {
	const port = await freePort();
	const cwd = mkdtempSync(join(tmpdir(), 'handbook-redis-'));
	const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', cwd];
	const server = startProcess('redis-server', options);
	await server.listening(port);
	return {
		url: `redis://127.0.0.1:${port}`,
		async stop() {
			await server.kill('SIGKILL');
			rmSync(cwd, { recursive: true, force: true });
		},
	};
}
