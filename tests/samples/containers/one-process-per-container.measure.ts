import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { startAsProcessOne } from '../start-as-process-one.ts';
import { freePort } from '../free-port.ts';

const GRACE_MS = 4_000;
const SERVER = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.setHeader('Connection', 'close');
  setTimeout(() => response.end('done'), request.url === '/slow' ? 2_000 : 0);
}).listen(process.env.PORT);
`;
const FILES = {
	'package.json': '{ "type": "module", "scripts": { "start": "node server.js" } }',
	'server.js': `${SERVER}process.on('SIGTERM', () => server.close());`,
	'plain.js': SERVER,
	'thumbnails.js': `
import { execFile } from 'node:child_process';
for (let i = 0; i < 5; i += 1) execFile('./thumbnails.sh', { timeout: 100 });
setTimeout(() => execFile('sh', ['-c', 'grep -l "^State:.Z" /proc/[0-9]*/status | wc -l'],
  (_, count) => (console.log(count.trim()), process.exit())), 1_000);`,
	'thumbnails.sh': '#!/bin/sh\nsleep 0.5\n:\n',
	'broken/server.js': `console.log('start'); throw new Error('no configuration');`,
	'broken/cluster.js': sampleCode('containers/one-process-per-container Avoid cluster.js'),
};
const scratch = mkdtempSync(join(tmpdir(), 'handbook-process-'));
write(scratch, FILES);
chmodSync(join(scratch, 'thumbnails.sh'), 0o755);

try {
	const npm = execFileSync('npm', ['--version'], { encoding: 'utf8' }).trim();
	for (const command of [
		['node', 'server.js'],
		['node', 'plain.js'],
		['sh', '-c', 'node server.js'],
		['npm', 'start'],
		['sh', '-c', 'npm start'],
		['tini', '--', 'node', 'server.js'],
		['tini', '--', 'node', 'plain.js'],
	])
		console.log(`SIGTERM to ${command.join(' ')} (npm ${npm}): ${await stop(command)}`);
	for (const init of [[], ['tini', '--']]) {
		const parent = startAsProcessOne([...init, 'node', 'thumbnails.js'], { cwd: scratch });
		await parent.exited;
		const label = `zombies after 5 timeouts, ${init[0] ?? 'node'} as process 1`;
		console.log(`${label}: ${parent.output().trim()}`);
	}
	await measureCrashes();
	for (const [label, share] of [
		['all', 'max'],
		['0.5', '50000'],
		['1', '100000'],
		['1.5', '150000'],
	])
		console.log(`availableParallelism with ${label} CPU: ${parallelism(share!)}`);
} finally {
	rmSync(scratch, { recursive: true, force: true });
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** Stops a server while it answers, as a platform does. */
async function stop(command: readonly string[]): Promise<string> {
	const port = await freePort();
	const server = startAsProcessOne(command, { cwd: scratch, env: { PORT: String(port) } });
	await server.listening(port);
	const slow = fetch(`http://localhost:${port}/slow`).then(
		({ status }) => `status ${status}`,
		(error: unknown) => ((error as Error).cause as NodeJS.ErrnoException).code,
	);
	await delay(200);
	const sent = performance.now();
	server.signal('SIGTERM');
	const exit = await Promise.race([server.exited, delay(GRACE_MS)]);
	const after = ((performance.now() - sent) / 1000).toFixed(1);
	await server.kill('SIGKILL');
	const end = exit ? `exit code ${exit.code} after ${after} s` : 'no reaction before SIGKILL';
	return `slow request: ${await slow}; ${end}`;
}

/** A server that cannot start, alone and below a manager. */
async function measureCrashes(): Promise<void> {
	const cwd = join(scratch, 'broken');
	const alone = await startAsProcessOne(['node', 'server.js'], { cwd }).exited;
	console.log(`a server that cannot start: exit code ${alone.code}`);
	const cluster = startAsProcessOne(['node', 'cluster.js'], { cwd });
	const exit = await Promise.race([cluster.exited, delay(10_000)]);
	const starts = cluster.output().match(/^start$/gm)?.length;
	const end = exit ? `exit code ${exit.code}` : 'no exit';
	console.log(`the same below cluster.js, within 10 s: ${starts} starts, ${end}`);
	await cluster.kill('SIGKILL');
}

/** What Node.js makes of a share of the processors, in files like those of control groups, version 2. */
function parallelism(share: string): string {
	const folder = mkdtempSync(join(scratch, 'control-group-'));
	const max = `${share} 100000\n`;
	write(folder, { self: '0::/\n', 'cgroup.controllers': 'cpu\n', 'cpu.max': max });
	const mounts = 'mount --bind "$0/self" /proc/$$/cgroup && mount --bind "$0" /sys/fs/cgroup';
	const node = [process.execPath, '--print', 'os.availableParallelism()'];
	const shell = ['sh', '-c', `${mounts} && exec "$@"`, folder, ...node];
	const command = ['--map-root-user', '--mount', ...shell];
	return execFileSync('unshare', command, { encoding: 'utf8' }).trim();
}
