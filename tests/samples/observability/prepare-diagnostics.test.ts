import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, vi } from 'vitest';
import { parse } from 'yaml';
import { sampleCode } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { shellBlock, shellEnvironment } from '../shell-block.ts';

const PAGE = 'observability/prepare-diagnostics';
/** A wait that takes longer has failed. */
const LIMIT = { timeout: 15_000 };
const SERVER = `
import { createServer } from 'node:http';
globalThis.token = 'kept-' + process.env.API_KEY;
function burn(ms) {
	const end = performance.now() + ms;
	while (performance.now() < end);
}
createServer((req, res) => {
	if (req.url.startsWith('/burn/')) burn(Number(req.url.slice(6)));
	if (req.url === '/throw') setImmediate(() => { throw new Error('unknown'); });
	res.end('ok');
}).listen(process.env.PORT);
`;

describe('a debugger that listens', () => {
	test('gives the environment to whoever connects', async ({ folder }) => {
		folder.file('server.js', SERVER);
		const inspectorPort = await freePort();
		const command = /CMD (\[.+\])/.exec(sampleCode(`${PAGE} Avoid Dockerfile`))![1]!;
		const [, ...args] = (JSON.parse(command) as string[]).map((arg) =>
			arg.replace('9229', String(inspectorPort)),
		);
		await start(folder, args, { API_KEY: 'canary' });
		expect(await evaluate(inspectorPort, 'process.env.API_KEY')).toBe('canary');
	});

	test('is opened by SIGUSR1, unless that is disabled', async ({ folder }) => {
		folder.file('server.js', SERVER);
		const open = async (...flags: string[]) => {
			const inspectorPort = await freePort();
			const args = [`--inspect-port=${inspectorPort}`, ...flags, 'server.js'];
			const { server, port } = await start(folder, args);
			process.kill(server.pid, 'SIGUSR1');
			if (flags.length === 0) await server.printed(/Debugger listening/);
			// The signal has been handled when the next answer arrives.
			await fetch(`http://localhost:${port}/`);
			await delay(200);
			return fetch(`http://127.0.0.1:${inspectorPort}/json`).then(
				({ status }) => status,
				() => 'refused',
			);
		};
		expect(await Promise.all([open(), open('--disable-sigusr1')])).toEqual([200, 'refused']);
	});
});

test('a public route gives the secrets of the heap to everybody', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid heap-route.js`);
	const { port } = await start(folder, ['heap-route.js'], { API_KEY: 'canary-key' });
	const answer = await fetch(`http://localhost:${port}/heapdump`);
	expect(answer.status).toBe(200);
	expect(await answer.text()).toContain('canary-key');
});

describe('the flags of the page', () => {
	test('write a report without the environment, and a snapshot with its secrets', async ({
		folder,
	}) => {
		const { server, files } = await startPrepared(folder, { API_KEY: 'canary' });
		process.kill(server.pid, 'SIGUSR2');
		const report = await written(folder, files, 'report.');
		expect(JSON.parse(report)).toMatchObject({ header: { event: 'SIGUSR2' } });
		expect(report).not.toContain('canary');
		process.kill(server.pid, 'SIGHUP');
		const snapshot = await written(folder, files, 'Heap.');
		expect(snapshot).toContain('kept-canary');
		expect((JSON.parse(snapshot) as { nodes: number[] }).nodes.length).toBeGreaterThan(0);
	});

	test('leave a report when an exception ends the process', async ({ folder }) => {
		const { server, port, files } = await startPrepared(folder);
		await fetch(`http://localhost:${port}/throw`).catch(() => undefined);
		expect((await server.exited).code).toBe(1);
		expect(JSON.parse(await written(folder, files, 'report.'))).toMatchObject({
			header: { trigger: 'Exception' },
			javascriptStack: { message: 'Error: unknown' },
		});
	});

	test('leave a report when the heap is full', async ({ folder }) => {
		const { env, files } = prepare(folder);
		folder.file('fill.js', 'const kept = []; for (;;) kept.push(new Array(100).fill(0));\n');
		const filling = folder.node(['--max-old-space-size=32', 'fill.js'], { env });
		expect((await filling.exited).signal).toBe('SIGABRT');
		const report = await written(folder, files, 'report.');
		expect(JSON.parse(report)).toMatchObject({ header: { trigger: 'OOMError' } });

		const near = ['--heapsnapshot-near-heap-limit=1', '--max-old-space-size=32', 'fill.js'];
		expect((await folder.node(near, { env }).exited).signal).toBe('SIGABRT');
		expect(files().some((name) => name.startsWith('Heap.'))).toBe(true);
	});

	test('answer only when the event loop is free', async ({ folder }) => {
		const { server, port, files } = await startPrepared(folder);
		const burning = fetch(`http://localhost:${port}/burn/1500`);
		await delay(300);
		process.kill(server.pid, 'SIGUSR2');
		await delay(600);
		expect(files()).toEqual([]);
		await burning;
		await written(folder, files, 'report.');
	});

	test('need a directory: a report without one is a line, a snapshot the end', async ({
		folder,
	}) => {
		const { env } = prepare(folder);
		const NODE_OPTIONS = env.NODE_OPTIONS!.replaceAll('/diag', '/absent');
		const { server, port } = await start(folder, ['server.js'], { ...env, NODE_OPTIONS });
		process.kill(server.pid, 'SIGUSR2');
		await server.printed(/Failed to open Node.js report file/);
		expect((await fetch(`http://localhost:${port}/`)).status).toBe(200);
		expect((await server.kill('SIGHUP')).code).toBe(1);
		expect(server.output()).toContain('ENOENT');
	});

	test('name the directory twice, since one flag does not cover reports', async ({ folder }) => {
		const { env, files } = prepare(folder);
		const NODE_OPTIONS = env.NODE_OPTIONS!.replace(/--report-directory=\S+/, '');
		const { server } = await start(folder, ['server.js'], { ...env, NODE_OPTIONS });
		process.kill(server.pid, 'SIGUSR2');
		await server.printed(/report completed/);
		expect(files()).toEqual([]);
		expect(readdirSync(folder.path).some((name) => name.startsWith('report.'))).toBe(true);
	});

	test('are necessary: without them the signals end the process', async ({ folder }) => {
		folder.file('server.js', SERVER);
		for (const signal of ['SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const) {
			const { server } = await start(folder, ['server.js']);
			expect((await server.kill(signal)).signal).toBe(signal);
		}
	});
});

test('SIGQUIT records one CPU profile at a time, and opens no port', async ({ folder }) => {
	const { env, files } = prepare(folder);
	folder.sample(`${PAGE} Prefer cpu-profile.js`, 'cpu-profile.js', (code) =>
		code.replace('30_000', '500'),
	);
	const args = ['--import', './cpu-profile.js', 'server.js'];
	const { server, port } = await start(folder, args, env);
	process.kill(server.pid, 'SIGQUIT');
	await delay(50);
	process.kill(server.pid, 'SIGQUIT');
	await fetch(`http://localhost:${port}/burn/300`);
	const profile = await written(folder, files, 'CPU.');
	const { nodes } = JSON.parse(profile) as { nodes: { callFrame: { functionName: string } }[] };
	expect(nodes.map(({ callFrame }) => callFrame.functionName)).toContain('burn');
	expect(files()).toHaveLength(1);
	expect(server.output()).not.toContain('Debugger');
	process.kill(server.pid, 'SIGQUIT');
	await vi.waitUntil(() => files().length === 2, LIMIT);
});

test('the rehearsal writes a report and a snapshot, and the debugger stays closed', async ({
	folder,
}) => {
	folder.file('server.js', SERVER);
	folder.sample(`${PAGE} Prefer cpu-profile.js`);
	const env = { ...shellEnvironment, PORT: String(await freePort()) };
	const script = shellBlock(PAGE, 'mkdir -p diag', 3000);
	const rehearsal = folder.start('sh', ['-c', script], { env });
	await rehearsal.exited;
	expect(rehearsal.output()).toMatch(/curl: \(7\).*\n/);
	expect(rehearsal.stdout()).toMatch(
		/^Heap\.\S+\.heapsnapshot\nreport\.\S+\.json\nSIGUSR2\n\d+\n$/,
	);
});

/** A directory for the files, and the environment of the page that names it. */
function prepare(folder: SampleFolder, env: Record<string, string> = {}) {
	const directory = join(folder.path, 'diag');
	mkdirSync(directory);
	folder.file('server.js', SERVER);
	const { spec } = parse(sampleCode(`${PAGE} Prefer deployment.yaml`)) as {
		spec: { template: { spec: { containers: { env: { name: string; value: string }[] }[] } } };
	};
	const deployed = spec.template.spec.containers[0]!.env.map(({ name, value }) => [
		name,
		value.replaceAll('/var/diag', directory),
	]);
	return {
		env: { ...env, ...Object.fromEntries(deployed) } as Record<string, string>,
		files: () => readdirSync(directory),
	};
}

async function startPrepared(folder: SampleFolder, env: Record<string, string> = {}) {
	const prepared = prepare(folder, env);
	return { ...(await start(folder, ['server.js'], prepared.env)), files: prepared.files };
}

async function start(
	folder: SampleFolder,
	args: readonly string[],
	env: Record<string, string> = {},
) {
	const port = await freePort();
	const server = folder.node(args, { env: { ...env, PORT: String(port) } });
	await server.listening(port);
	return { server, port };
}

/** The text of the file whose name begins so, once it is complete. */
async function written(folder: SampleFolder, files: () => string[], begin: string) {
	return vi.waitFor(() => {
		const name = files().find((file) => file.startsWith(begin));
		const path = join(folder.path, 'diag', name ?? 'absent');
		expect(existsSync(path)).toBe(true);
		const text = readFileSync(path, 'utf8');
		JSON.parse(text);
		return text;
	}, LIMIT);
}

/** What a client of the debugger gets for an expression. */
async function evaluate(port: number, expression: string): Promise<unknown> {
	const [target] = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
		webSocketDebuggerUrl: string;
	}[];
	const socket = new WebSocket(target!.webSocketDebuggerUrl);
	await once(socket, 'open');
	socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params: { expression } }));
	const [{ data }] = (await once(socket, 'message')) as [{ data: string }];
	socket.close();
	return (JSON.parse(data) as { result: { result: { value: unknown } } }).result.result.value;
}
