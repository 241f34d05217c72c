import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from 'vitest';
import { packageFolder } from './package-folder.ts';
import { startProcess, type Running, type StartOptions } from './start-process.ts';
import { sampleCode } from './read-samples.ts';
import { findRedis, startRedis } from './start-redis.ts';

/** A folder with the samples that a test wants, beside the packages that they import. */
export interface SampleFolder {
	readonly path: string;
	/**
	 * Writes a sample of a page under its title, or under `name`.
	 *
	 * @param address `<page> <section> <title>`, as in `sampleCode`
	 * @param change what has to differ here; it must change something
	 */
	sample(address: string, name?: string, change?: (code: string) => string): void;
	/** Writes a file of the test's own. */
	file(name: string, text: string): void;
	/** Starts `node <args>` in the folder; it is stopped when the test ends. */
	node(args: readonly string[], options?: StartOptions): Running;
	/** Starts another program likewise. */
	start(command: string, args: readonly string[], options?: StartOptions): Running;
}

/** Tests of samples: each gets a folder of its own, and leaves no process and no file behind. */
export const test = base
	// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
	.extend('folder', ({}, { onCleanup }): SampleFolder => {
		const path = packageFolder('sample');
		const running: Running[] = [];
		onCleanup(async () => {
			await Promise.all(running.map((process) => process.kill('SIGKILL')));
			rmSync(path, { recursive: true, force: true });
		});
		const start: SampleFolder['start'] = (command, args, options) => {
			const process = startProcess(command, args, { cwd: path, ...options });
			running.push(process);
			return process;
		};
		return {
			path,
			sample(address, name = address.slice(address.lastIndexOf(' ') + 1), change) {
				const code = sampleCode(address);
				const changed = change ? change(code) : code;
				if (change && changed === code) throw new Error(`The change left \`${address}\` as it was`);
				writeFileSync(join(path, name), changed);
			},
			file(name, text) {
				writeFileSync(join(path, name), text);
			},
			node: (args, options) => start(process.execPath, args, options),
			start,
		};
	})
	/** Address of an empty Redis server of the test's own; without Redis the test is skipped. */
	.extend('redis', async ({ skip }, { onCleanup }) => {
		skip(!findRedis(), 'needs `redis-server` (Debian: apt-get install redis-server)');
		const redis = await startRedis();
		onCleanup(() => redis.stop());
		return redis;
	});
