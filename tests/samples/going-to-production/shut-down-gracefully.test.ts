import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished } from 'vitest';
import { shellEnvironment } from '../shell-block.ts';
import { sampleCode } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { ask } from './ask.ts';
import { findBlock } from '../find-block.ts';
import { onAnyPort, SERVICE, serverThat } from './service-with-database.ts';

const PAGE = 'going-to-production/shut-down-gracefully';
const PREFERRED = onAnyPort(sampleCode(`${PAGE} Prefer server.js`))
	.replace('5_000', '600')
	.replace('20_000', '2_000')
	.replace('25_000', '3_000');
const WITHOUT_SWEEP = PREFERRED.replace(/^.*\bsweep\b.*$/gm, '');

describe('to exit at once', () => {
	test('cuts the request that runs', async ({ folder }) => {
		const server = await start(folder, serverThat(findBlock(PAGE, 'js', 'process.exit(0)')));
		const { answer } = await server.askSlow();
		expect(await server.stop()).toMatchObject({ code: 0 });
		expect(await answer).toBe('ECONNRESET');
		expect(await server.ask('/')).toBe('ECONNREFUSED');
	});
});

describe('to close the database first', () => {
	const code = serverThat(findBlock(PAGE, 'js', 'await pool.end();\n  server.close'));

	test('fails the request that runs, with code 0', async ({ folder }) => {
		const server = await start(folder, code);
		const { answer } = await server.askSlow();
		const exit = server.stop();
		expect(await answer).toBe(500);
		expect(await exit).toMatchObject({ code: 0 });
	});

	test('waits without a limit', async ({ folder }) => {
		const server = await start(folder, code, { SLOW_MS: '60000' });
		await server.askSlow();
		const exit = server.stop();
		await server.printed(/database closed/);
		const limit = new Promise((resolve) => setTimeout(resolve, 1_000, 'waits'));
		expect(await Promise.race([exit, limit])).toBe('waits');
	});
});

test('npm ends, and the server behind it learns nothing', async ({ folder }) => {
	folder.file('package.json', '{ "type": "module", "scripts": { "start": "node server.js" } }');
	folder.file(
		'server.js',
		`import { createServer } from 'node:http';
		process.on('SIGTERM', () => process.exit(0));
		console.log('pid ' + process.pid);
		createServer((req, res) => res.end()).listen(process.env.PORT);`,
	);
	const port = await freePort();
	const npm = folder.start('npm', ['start'], { env: { ...shellEnvironment, PORT: String(port) } });
	await npm.listening(port);
	const pid = Number(/pid (\d+)/.exec(npm.output())![1]);
	try {
		process.kill(npm.pid, 'SIGTERM');
		await expect.poll(() => isAlive(npm.pid)).toBe(false);
		expect(await ask(`http://localhost:${port}/`)).toBe(200);
	} finally {
		process.kill(pid, 'SIGKILL');
	}
});

describe('in the order of work, the server', () => {
	test('serves until routing has changed, then closes, the database last', async ({ folder }) => {
		const server = await start(folder, PREFERRED);
		expect(await server.ask('/readyz')).toBe(200);
		const { answer } = await server.askSlow();
		const exit = server.stop();
		await expect.poll(() => server.ask('/readyz')).toBe(503);
		const late = await fetch(`${server.url}/`);
		expect(late.status).toBe(200);
		expect(late.headers.get('connection')).toBe('close');
		expect(await answer).toBe(200);
		expect(await exit).toMatchObject({ code: 0 });
		expect(server.output()).toBe('database closed\n');
		expect(await server.ask('/')).toBe('ECONNREFUSED');
	});

	test('answers no new connection once the routing time is over', async ({ folder }) => {
		const server = await start(folder, PREFERRED, { SLOW_MS: '1600' });
		const { answer } = await server.askSlow();
		const exit = server.stop();
		await expect.poll(() => server.ask('/')).toBe('ECONNREFUSED');
		expect(server.output()).toBe('');
		expect(await answer).toBe(200);
		expect(await exit).toMatchObject({ code: 0 });
	});

	test('closes connections that become idle later, because it looks again', async ({ folder }) => {
		// Long enough for the other one to be seen alive.
		const patient = 'server.keepAliveTimeout = 60_000;';
		const env = { SLOW_MS: '1500' };
		const sweeping = await start(folder, PREFERRED + patient, env);
		const closing = await start(
			folder,
			WITHOUT_SWEEP.replace('2_000', '60_000').replace('3_000', '60_000') + patient,
			env,
		);
		const slow = [
			await sweeping.askSlow({ keepAlive: true }),
			await closing.askSlow({ keepAlive: true }),
		];
		const exits = [sweeping.stop(), closing.stop()] as const;
		expect(await Promise.all(slow.map(({ answer }) => answer))).toEqual([200, 200]);
		expect(await exits[0]).toMatchObject({ code: 0 });
		expect(await Promise.race([exits[1], Promise.resolve('alive')])).toBe('alive');
	});

	test('cuts what remains, and ends with code 1 at the limit', async ({ folder }) => {
		const server = await start(folder, PREFERRED, { SLOW_MS: '60000' });
		const { answer } = await server.askSlow();
		const exit = server.stop();
		expect(await answer).toBe('ECONNRESET');
		expect(await Promise.race([exit, Promise.resolve('alive')])).toBe('alive');
		expect(await exit).toMatchObject({ code: 1 });
	});

	test('ends in spite of a connection that nobody used', async ({ folder }) => {
		const server = await start(folder, PREFERRED);
		const socket = connect(Number(new URL(server.url).port), 'localhost');
		onTestFinished(() => void socket.destroy());
		await once(socket, 'connect');
		expect(await server.stop()).toMatchObject({ code: 0 });
	});
});

test('Fastify answers late requests on open connections with 503', async ({ folder }) => {
	folder.file(
		'server.js',
		`import { setTimeout as sleep } from 'node:timers/promises';
		import fastify from 'fastify';
		const app = fastify();
		app.get('/', async () => { console.log('request'); await sleep(300); return 'ok'; });
		process.on('SIGTERM', () => app.close());
		await app.listen({ port: Number(process.env.PORT) });`,
	);
	const port = await freePort();
	const server = folder.node(['server.js'], { env: { PORT: String(port) } });
	await server.listening(port);
	const socket = connect(port, 'localhost').setEncoding('utf8');
	let answers = '';
	socket.on('data', (text) => (answers += String(text)));
	socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await server.printed(/request/);
	const exit = server.kill('SIGTERM');
	await expect.poll(() => answers).toMatch(/^HTTP\/1.1 200 [^]*ok$/);
	answers = '';
	socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	expect(await exit).toMatchObject({ code: 0 });
	expect(answers).toMatch(/^HTTP\/1.1 503 /);
	expect(answers).toMatch(/^connection: close\r$/im);
});

describe('the check', () => {
	const printed = findBlock(PAGE, 'text', 'exit code 0');

	test('of the sample prints what the page says', async ({ folder }) => {
		expect(await runCheck(folder, PREFERRED)).toBe(printed);
	});

	test('tells a server without a handler, and one that exits at once', async ({ folder }) => {
		expect(await runCheck(folder, serverThat(''))).toBe('status 000\nexit code 143\n');
		const atOnce = serverThat(findBlock(PAGE, 'js', 'process.exit(0)'));
		expect(await runCheck(folder, atOnce)).toBe('status 000\nexit code 0\n');
	});
});

/** Pastes the check of the page. Returns what it prints. */
async function runCheck(folder: SampleFolder, code: string): Promise<string> {
	const port = await freePort();
	writeService(folder, 'server.js', code);
	const sleeps = [`until curl -s -o /dev/null localhost:${port}/; do sleep 0.05; done`];
	sleeps.push('until [ -e slow-request-runs ]; do sleep 0.05; done; rm slow-request-runs');
	const script = findBlock(PAGE, 'sh', 'kill -TERM')
		.replaceAll('3000', String(port))
		.replaceAll('sleep 1', () => sleeps.shift()!);
	const env = { ...shellEnvironment, PORT: String(port) };
	const check = folder.start('sh', ['-c', script], { env });
	await check.exited;
	return check.stdout().replace('database closed\n', '');
}

function writeService(folder: SampleFolder, name: string, code: string): void {
	for (const [other, text] of Object.entries(SERVICE)) folder.file(other, text);
	folder.file(name, code);
}

async function start(
	folder: SampleFolder,
	code: string,
	env: Readonly<Record<string, string>> = {},
) {
	const port = await freePort();
	const name = `server-${port}.js`;
	writeService(folder, name, code);
	const server = folder.node([name], { env: { PORT: String(port), ...env } });
	await server.listening(port);
	const url = `http://localhost:${port}`;
	const runs = join(folder.path, 'slow-request-runs');
	return {
		...server,
		url,
		ask: (path: string) => ask(url + path),
		/** Resolves as soon as the request runs. */
		async askSlow({ keepAlive = false } = {}) {
			rmSync(runs, { force: true });
			const answer = ask(`${url}/slow`, { agent: new Agent({ keepAlive }) });
			await expect.poll(() => existsSync(runs)).toBe(true);
			return { answer };
		},
		stop: () => server.kill('SIGTERM'),
	};
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
