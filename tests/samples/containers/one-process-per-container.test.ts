import { execFileSync } from 'node:child_process';
import { chmodSync, realpathSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { sampleCode } from '../read-samples.ts';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { findNamespaces, startAsProcessOne, type ProcessOne } from '../start-as-process-one.ts';
import { freePort } from '../free-port.ts';
import { startCommand } from './start-command.ts';

const PAGE = 'containers/one-process-per-container';
const DIRECT = startCommand(sampleCode(`${PAGE} Prefer Dockerfile`));
const WITH_INIT = startCommand(sampleCode(`${PAGE} Prefer init.Dockerfile`));
const THROUGH_SHELL = startCommand(sampleCode(`${PAGE} Avoid Dockerfile`));

const SERVER = `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  response.setHeader('Connection', 'close');
  if (request.url === '/slow') console.log('working');
  setTimeout(() => response.end('done'), request.url === '/slow' ? 800 : 0);
}).listen(process.env.PORT);
`;
const WITH_HANDLER = `${SERVER}
process.on('SIGTERM', () => (console.log('SIGTERM arrived'), server.close()));`;

/** Tests of programs as process 1 of their own PID namespace, as containers start them. */
const test = base.extend('start', ({ folder, skip }): Start => {
	skip(!findNamespaces(), 'needs `unshare` and the right to make PID namespaces');
	return (command, env = {}) =>
		startAsProcessOne(command, { cwd: folder.path, env }, (...args) => folder.start(...args));
});
type Start = (command: readonly string[], env?: Readonly<Record<string, string>>) => ProcessOne;

describe('on SIGTERM, with a handler', () => {
	test('the command in brackets finishes its work and ends with code 0', async ({
		folder,
		start,
	}) => {
		const { request, exit } = await stopDuringRequest(folder, start, DIRECT, WITH_HANDLER);
		expect(await request).toBe(200);
		expect(await exit).toMatchObject({ code: 0 });
	});

	test('a shell in front keeps the signal for itself', async ({ folder, start, skip }) => {
		skip(!shellIsDash(), 'needs `dash` as `sh`, as images of Debian have it');
		for (const command of [THROUGH_SHELL, ['/bin/sh', '-c', 'node server.js']]) {
			const { server, request, port } = await stopDuringRequest(
				folder,
				start,
				command,
				WITH_HANDLER,
			);
			expect(await request).toBe(200);
			expect(await ask(port, '/')).toBe(200);
			expect(server.output()).not.toContain('SIGTERM arrived');
			await server.kill('SIGKILL');
		}
	});

	test('npm ends, and the request with it', async ({ folder, start, skip }) => {
		skip(!shellIsDash(), 'needs `dash` as `sh`, as images of Debian have it');
		const { server, request, exit } = await stopDuringRequest(
			folder,
			start,
			['npm', 'start'],
			WITH_HANDLER.replace('800', '30_000'),
		);
		expect(await request).toBe('connection lost');
		expect((await exit).code).not.toBe(0);
		expect(server.output()).not.toContain('SIGTERM arrived');
	});

	test('a script that ends in `exec` is replaced by node', async ({ folder, start }) => {
		const script = ['/bin/sh', '-c', 'true\nexec node server.js'];
		const { request, exit } = await stopDuringRequest(folder, start, script, WITH_HANDLER);
		expect(await request).toBe(200);
		expect(await exit).toMatchObject({ code: 0 });
	});
});

describe('on SIGTERM, without a handler', () => {
	test('process 1 runs on', async ({ folder, start }) => {
		const { request, port } = await stopDuringRequest(folder, start, DIRECT, SERVER);
		expect(await request).toBe(200);
		expect(await ask(port, '/')).toBe(200);
	});

	test('an init in front makes it end with code 143', async ({ folder, start, skip }) => {
		skip(!findTini(), 'needs `tini` (Debian: apt-get install tini)');
		const { exit } = await stopDuringRequest(folder, start, WITH_INIT, SERVER);
		expect(await exit).toMatchObject({ code: 143 });
	});
});

describe('orphans', () => {
	test('stay as zombies below node', async ({ folder, start }) => {
		expect(await zombiesAfterTimeouts(folder, start, DIRECT)).toBe(3);
	});

	test('are reaped by an init', async ({ folder, start, skip }) => {
		skip(!findTini(), 'needs `tini` (Debian: apt-get install tini)');
		expect(await zombiesAfterTimeouts(folder, start, WITH_INIT)).toBe(0);
	});
});

describe('a server that cannot start', () => {
	const BROKEN = `console.log('start'); throw new Error('no configuration');`;

	test('tells the platform by its exit code', async ({ folder, start }) => {
		folder.file('server.js', BROKEN);
		expect(await start(DIRECT).exited).toMatchObject({ code: 1 });
	});

	test('is hidden by a manager', async ({ folder, start }) => {
		folder.file('server.js', BROKEN);
		folder.sample(`${PAGE} Avoid cluster.js`);
		const cluster = start(['node', 'cluster.js']);
		await cluster.printed(/(start[^]*){5}/);
		const ended = await Promise.race([cluster.exited, delay(200, 'runs on')]);
		expect(ended).toBe('runs on');
	});
});

describe('how to check', () => {
	test('process 1 names its command', async ({ folder, start }) => {
		folder.file('server.js', SERVER);
		const port = await freePort();
		const server = start(['/bin/sh', '-c', 'exec node server.js'], { PORT: String(port) });
		await server.listening(port);
		expect(server.execute("tr '\\0' ' ' </proc/1/cmdline")).toBe('node server.js ');
	});

	test('systemd understands the unit', ({ folder, skip }) => {
		skip(!findSystemd(), 'needs `systemd-analyze`');
		folder.sample(`${PAGE} Prefer web@.service`, 'web@.service', (unit) =>
			unit.replace('/usr/bin/node', '/bin/sh'),
		);
		const verify = ['verify', '--man=no', './web@.service'];
		// It ends with code 0 even where it understands nothing.
		const complaints = execFileSync('sh', ['-c', 'systemd-analyze "$@" 2>&1', 'sh', ...verify], {
			cwd: folder.path,
			encoding: 'utf8',
		});
		expect(complaints).toBe('');
	});
});

/** Sends SIGTERM while a request of 0.8 s runs. */
async function stopDuringRequest(
	folder: SampleFolder,
	start: Start,
	command: readonly string[],
	code: string,
) {
	folder.file('package.json', '{ "type": "module", "scripts": { "start": "node server.js" } }');
	folder.file('server.js', code);
	const port = await freePort();
	const server = start(command, { PORT: String(port) });
	await server.listening(port);
	const request = ask(port, '/slow');
	await server.printed(/working/);
	server.signal('SIGTERM');
	return { server, port, request, exit: server.exited };
}

async function ask(port: number, path: string): Promise<number | string> {
	try {
		const response = await fetch(`http://localhost:${port}${path}`);
		await response.text();
		return response.status;
	} catch {
		return 'connection lost';
	}
}

/** Lets three scripts run into the timeout of the page's sample. */
async function zombiesAfterTimeouts(folder: SampleFolder, start: Start, command: string[]) {
	folder.sample(`${PAGE} Avoid thumbnails.js`, 'thumbnails.js', (code) =>
		code.replace('10_000', '100'),
	);
	folder.file('thumbnails.sh', '#!/bin/sh\nsleep 0.3\n:\n');
	chmodSync(`${folder.path}/thumbnails.sh`, 0o755);
	folder.file(
		'server.js',
		`import { promisify } from 'node:util';
		import { makeThumbnails } from './thumbnails.js';
		await Promise.allSettled([1, 2, 3].map(() => promisify(makeThumbnails)('a.png')));
		console.log('ready');
		setInterval(() => {}, 1_000);`,
	);
	const parent = start(command);
	await parent.printed(/ready/);
	// What the scripts started goes on for a while.
	const states = () => parent.execute('cat /proc/[0-9]*/status 2>/dev/null || true');
	await expect.poll(states).not.toMatch(/^Name:\tsleep\n(Umask:.*\n)?State:\t[RSD]/m);
	// The page's own command; it ends with code 1 where it finds nothing.
	const zombies = parent.execute('grep -l "^State:.Z" /proc/[0-9]*/status || true');
	return zombies.split('\n').length - 1;
}

function shellIsDash(): boolean {
	return realpathSync('/bin/sh').endsWith('/dash');
}

function findTini(): boolean {
	return succeeds('/usr/bin/tini', '--version');
}

function findSystemd(): boolean {
	return succeeds('systemd-analyze', '--version');
}

function succeeds(command: string, ...args: string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}
