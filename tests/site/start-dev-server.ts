import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { project } from './build-site.ts';
import { plainEnvironment } from './plain-environment.ts';

/** A dev server that somebody writes beside. */
export interface DevServer {
	readonly address: string;
	/** What it has printed so far. */
	output(): string;
	stop(): void;
}

/** Serves a content folder as `npm run dev` does, beside other dev servers of the project. */
export async function startDevServer(content: string): Promise<DevServer> {
	const astro = join(project, 'node_modules/astro/bin/astro.mjs');
	const server = spawn(process.execPath, [astro, 'dev', '--port', '4396', '--ignore-lock'], {
		cwd: project,
		env: plainEnvironment({ CONTENT_DIR: content, CACHE_DIR: join(content, '.cache') }),
	});
	let output = '';
	const collect = (chunk: Buffer): void => void (output += chunk.toString());
	server.stdout.on('data', collect);
	server.stderr.on('data', collect);
	await vi.waitUntil(() => /localhost:\d+/.test(output), { timeout: 60_000 });
	return {
		address: `http://localhost:${/localhost:(\d+)/.exec(output)![1]!}`,
		output: () => output,
		stop: () => void server.kill(),
	};
}
