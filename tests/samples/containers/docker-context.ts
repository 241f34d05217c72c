import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

/** Whether this machine has Docker's client; it needs no daemon. */
export function findDockerClient(): boolean {
	try {
		execFileSync('docker', ['--version'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/**
 * Which files Docker's own client sends to a builder: it reads `.dockerignore`. A server of ours
 * stands in for the daemon.
 *
 * @param folder with a Dockerfile
 * @returns paths in the folder, sorted, without directories
 */
export async function dockerContext(folder: string): Promise<string[]> {
	const scratch = mkdtempSync(join(tmpdir(), 'handbook-docker-'));
	const socket = join(scratch, 'docker.sock');
	let archive = Buffer.alloc(0);
	const daemon = createServer((request, response) => {
		response.setHeader('Api-Version', '1.41');
		void buffer(request).then((body) => {
			if (request.url?.includes('/build')) archive = body;
			response.end();
		});
	}).listen(socket);
	try {
		await once(daemon, 'listening');
		const client = spawn('docker', ['build', '.'], {
			cwd: folder,
			// The older protocol sends everything at once.
			env: {
				PATH: process.env.PATH,
				HOME: scratch,
				DOCKER_HOST: `unix://${socket}`,
				DOCKER_BUILDKIT: '0',
			},
			stdio: ['ignore', 'ignore', 'pipe'],
		});
		const complaints = text(client.stderr);
		const [code] = (await once(client, 'close')) as [number];
		if (code !== 0)
			throw new Error(`\`docker build\` ended with code ${code}: ${await complaints}`);
		return execFileSync('tar', ['--list'], { input: archive, encoding: 'utf8' })
			.split('\n')
			.filter((path) => path && !path.endsWith('/'))
			.sort();
	} finally {
		daemon.close();
		rmSync(scratch, { recursive: true, force: true });
	}
}
