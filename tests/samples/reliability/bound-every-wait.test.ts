import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { connect, createServer as createSilent, type AddressInfo, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { findRedis } from '../start-redis.ts';
import { startRelay } from './start-relay.ts';

const PAGE = 'reliability/bound-every-wait';

interface Listening {
	readonly port: number;
	readonly url: string;
}

const test = base
	/** Accepts connections, and says nothing. */
	// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
	.extend('silent', async ({}, { onCleanup }) => {
		const server = createSilent((socket) => socket.resume()).listen(0, '127.0.0.1');
		const sockets = new Set<Socket>();
		server.on('connection', (socket) => sockets.add(socket));
		await once(server, 'listening');
		onCleanup(() => {
			for (const socket of sockets) socket.destroy();
			server.close();
		});
		const { port } = server.address() as AddressInfo;
		return { server, port, url: `http://127.0.0.1:${port}` };
	})
	/** Starts a dependency that answers as the test wants. */
	// eslint-disable-next-line no-empty-pattern -- as above
	.extend('dependency', ({}, { onCleanup }) => async (answer: RequestListener) => {
		const server = createServer(answer).listen(0, '127.0.0.1');
		await once(server, 'listening');
		onCleanup(() => {
			server.close();
			server.closeAllConnections();
		});
		const { port } = server.address() as AddressInfo;
		return { port, url: `http://127.0.0.1:${port}` } satisfies Listening;
	});

describe('one deadline for each request', () => {
	test('answers 504 when a dependency is silent, and closes the connection to it', async ({
		folder,
		silent,
	}) => {
		const port = await startServer(folder, silent.url, { budget: 300 });
		const accepted = once(silent.server, 'connection') as Promise<[Socket]>;
		const { status, after } = await ask(port);
		expect(status).toBe(504);
		expect(after).toBeGreaterThan(290);
		expect(after).toBeLessThan(5_000);
		const [socket] = await accepted;
		if (!socket.closed) await once(socket, 'close');
	});

	test('answers 504 when another wait has reached the deadline', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer deadline.js`);
		folder.sample(`${PAGE} Prefer server.js`, undefined, (code) =>
			`import { setTimeout as sleep } from 'node:timers/promises';\n${code}`
				.replace('= 2_000', '= 300')
				.replace(/await fetch\(.*\)/, 'await sleep(60_000, undefined, { signal })'),
		);
		const port = await freePort();
		await folder.node(['server.js'], { env: { PORT: String(port) } }).listening(port);
		expect((await ask(port)).status).toBe(504);
	});

	test('ends a body that stops in the middle', async ({ folder, dependency }) => {
		const { url } = await dependency((_, response) => {
			response.write('{"half":');
		});
		const port = await startServer(folder, url, { budget: 300 });
		expect((await ask(port)).status).toBe(504);
	});

	test('gives a dependency what is left, and takes less from a caller', async ({
		folder,
		dependency,
	}) => {
		const left: number[] = [];
		const { url } = await dependency(({ headers }, response) => {
			left.push(Number(headers['x-ms-left']));
			if (headers['x-ms-left']! > '5') response.end('{}');
		});
		const port = await startServer(folder, url, { budget: 9_000 });
		expect((await ask(port)).status).toBe(200);
		expect((await ask(port, { 'x-ms-left': '800' })).status).toBe(200);
		expect((await ask(port, { 'x-ms-left': '90000' })).status).toBe(200);
		expect((await ask(port, { 'x-ms-left': '0' })).status).toBe(504);
		expect(left[0]).toBeLessThanOrEqual(9_000);
		expect(left[0]).toBeGreaterThan(5_000);
		expect(left[1]).toBeLessThanOrEqual(800);
		expect(left[2]).toBeLessThanOrEqual(9_000);
	});

	test('ends the waits of a client that has gone', async ({ folder, silent }) => {
		const port = await startServer(folder, silent.url, { budget: 60_000 });
		const accepted = once(silent.server, 'connection') as Promise<[Socket]>;
		const client = new AbortController();
		const answer = fetch(`http://localhost:${port}/offers`, { signal: client.signal });
		const [socket] = await accepted;
		client.abort();
		await expect(answer).rejects.toThrow();
		if (!socket.closed) await once(socket, 'close');
	});

	test('leaves no connection behind', async ({ folder, silent }) => {
		const { code } = readSamples().find(
			({ page, section, language }) =>
				page === PAGE && section === 'How to check' && language === 'js',
		)!;
		folder.file(
			'main.js',
			`import { withDeadline, deadline } from './deadline.js';
const count = () => ${code.trim().replace(/;$/, '')};
const ask = (signal) => fetch('${silent.url}', { signal }).catch(() => {});
const never = new AbortController().signal;
const before = count();
const waits = Array.from({ length: 10 }, () => withDeadline(300, never, () => ask(deadline().signal)));
await new Promise((resolve) => setTimeout(resolve, 150));
const during = count();
await Promise.all(waits);
await new Promise((resolve) => setTimeout(resolve, 50));
console.log(JSON.stringify([before, during, count()]));
process.exit();`,
		);
		folder.sample(`${PAGE} Prefer deadline.js`);
		const main = folder.node(['main.js']);
		await main.exited;
		const [before, during, after] = JSON.parse(main.stdout()) as number[];
		expect(during).toBeGreaterThan(before!);
		expect(after).toBe(before);
	});
});

test('a race leaves the connection open', async ({ folder, silent }) => {
	folder.sample(`${PAGE} Avoid race.js`, undefined, (code) => code.replace('1_000', '200'));
	folder.file(
		'main.js',
		`import { getPrices } from './race.js';
await getPrices('${silent.url}').catch((error) => console.log(error.message));
await new Promise((resolve) => setTimeout(resolve, 200));
console.log(process.getActiveResourcesInfo().includes('TCPSocketWrap'));
process.exit();`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	expect(main.stdout()).toBe('too late\ntrue\n');
});

test('`bounded` ends the wait for a Redis server that has stopped', async ({ folder, skip }) => {
	skip(!findRedis(), 'needs `redis-server` (Debian: apt-get install redis-server)');
	const port = await freePort();
	const redis = folder.start('redis-server', ['--port', String(port), '--save', '']);
	await redis.listening(port);
	folder.sample(`${PAGE} Prefer deadline.js`);
	folder.file(
		'main.js',
		`import { createClient } from 'redis';
import { bounded, withDeadline } from './deadline.js';
const redis = createClient({ url: 'redis://127.0.0.1:${port}' });
redis.on('error', () => {});
await redis.connect();
const never = new AbortController().signal;
const get = () => withDeadline(300, never, () => bounded(redis.get('a')));
console.log(await get());
process.kill(${redis.pid}, 'SIGSTOP');
console.log(await get().catch(({ name }) => name));
process.kill(${redis.pid}, 'SIGCONT');
console.log(await get());
process.exit();`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	expect(main.output()).toBe('null\nTimeoutError\nnull\n');
});

test('retries in three layers make 27 calls of one failure', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid retry.js`);
	folder.file(
		'main.js',
		`import { retry } from './retry.js';
let calls = 0;
const call = async () => { calls += 1; throw new Error('down'); };
await retry(() => retry(() => retry(call))).catch(() => console.log(calls));`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	expect(main.stdout()).toBe('27\n');
});

describe('fetch with retry', () => {
	test('asks three times, and returns the last answer', async ({ folder, dependency }) => {
		const { calls, status } = await retryAgainst(folder, dependency, () => 503);
		expect({ calls, status }).toEqual({ calls: 3, status: 503 });
	});

	test('returns the first good answer', async ({ folder, dependency }) => {
		const { calls, status } = await retryAgainst(folder, dependency, (call) =>
			call === 1 ? 'reset' : call === 2 ? 502 : 200,
		);
		expect({ calls, status }).toEqual({ calls: 3, status: 200 });
	});

	test('does not repeat what would fail again', async ({ folder, dependency }) => {
		const { calls, status } = await retryAgainst(folder, dependency, () => 404);
		expect({ calls, status }).toEqual({ calls: 1, status: 404 });
	});

	test('waits as long as the server asks', async ({ folder, dependency }) => {
		const answer = await retryAgainst(folder, dependency, (call) => (call === 1 ? 429 : 200), '1');
		expect(answer).toMatchObject({ calls: 2, status: 200 });
		expect(answer.after).toBeGreaterThan(990);
	});

	test('gives up at once when the server asks for more than is left', async ({
		folder,
		dependency,
	}) => {
		const answer = await retryAgainst(folder, dependency, () => 503, '60');
		expect(answer).toMatchObject({ calls: 1, status: 503 });
		expect(answer.after).toBeLessThan(4_000);
	});

	test('ends with the deadline', async ({ folder, dependency }) => {
		const { status } = await retryAgainst(folder, dependency, () => 'nothing');
		expect(status).toBe('TimeoutError');
	});
});

/** One call of `fetchWithRetry` with a budget of 5 s; `answer` is asked with the number of each call. */
async function retryAgainst(
	folder: SampleFolder,
	dependency: (answer: RequestListener) => Promise<Listening>,
	answer: (call: number) => number | 'reset' | 'nothing',
	retryAfter?: string,
) {
	let calls = 0;
	const { url } = await dependency((request: IncomingMessage, response) => {
		const status = answer((calls += 1));
		if (status === 'reset') request.socket.resetAndDestroy();
		if (typeof status === 'string') return;
		if (retryAfter) response.setHeader('Retry-After', retryAfter);
		response.writeHead(status).end();
	});
	folder.sample(`${PAGE} Prefer deadline.js`);
	folder.sample(`${PAGE} Prefer fetch-with-retry.js`);
	folder.file(
		'main.js',
		`import { withDeadline } from './deadline.js';
import { fetchWithRetry } from './fetch-with-retry.js';
const began = performance.now();
const status = await withDeadline(${answer(1) === 'nothing' ? 300 : 5_000}, new AbortController().signal, () =>
  fetchWithRetry('${url}').then(({ status }) => status, ({ name }) => name));
console.log(JSON.stringify({ status, after: performance.now() - began }));`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	const result = JSON.parse(main.stdout()) as { status: number | string; after: number };
	return { calls, ...result };
}

describe('a request on a connection that was idle for longer than Node.js waits', () => {
	const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n';

	test.concurrent('is lost by default, since the server closes first', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid server.js`);
		folder.file('app.js', `export const handle = (request, response) => response.end('ok');`);
		const port = await freePort();
		await folder.node(['server.js'], { env: { PORT: String(port) } }).listening(port);
		// What the server says reaches the client half a second late, as over a long way.
		const relay = await startRelay(port, 500);
		const client = connect(relay.port, '127.0.0.1');
		client.write(REQUEST);
		await once(client, 'data');
		const answered = performance.now();
		await once(relay.server, 'end');
		expect(performance.now() - answered).toBeGreaterThan(4_000);
		expect(performance.now() - answered).toBeLessThan(9_000);
		client.write(REQUEST);
		// A client of `node:http` calls either of them ECONNRESET.
		const [end] = await Promise.race([
			once(client, 'data').then(() => ['an answer']),
			once(client, 'end').then(() => ['the end']),
			once(client, 'error').then(() => ['a reset']),
		]);
		expect(end).toMatch(/^(?:the end|a reset)$/);
		client.destroy();
		relay.stop();
	});

	test.concurrent('is answered with a longer `keepAliveTimeout`', async ({ folder, silent }) => {
		const port = await startServer(folder, silent.url, { budget: 2_000 });
		const client = connect(port, '127.0.0.1');
		for (const idle of [0, 7_000]) {
			await new Promise((resolve) => setTimeout(resolve, idle));
			client.write(REQUEST);
			const [data] = (await once(client, 'data')) as [Buffer];
			expect(String(data)).toContain('Keep-Alive: timeout=65');
		}
		client.destroy();
	});

	test.concurrent('can be foreseen with the check', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid server.js`);
		folder.file('app.js', `export const handle = (request, response) => response.end('ok');`);
		const port = await freePort();
		await folder.node(['server.js'], { env: { PORT: String(port) } }).listening(port);
		const check = checkThat('closed after').replace('3000', String(port));
		const printed = await runCheck(folder, check);
		expect(printed).toMatch(/^closed after: [5-8]\.\d+s/);
	});
});

test('the check with a silent dependency prints 504 within the budget', async ({ folder }) => {
	writeServer(folder, { budget: 500 });
	const [port, silent] = [await freePort(), await freePort()];
	// Started for real, the server may need longer than the second that the page gives it.
	const check = checkThat('silent=$!')
		.replaceAll('9999', String(silent))
		.replace('3000', String(port))
		.replace('node server.js', `PORT=${port} node server.js`)
		.replace('sleep 1', `until curl -s localhost:${port} >/dev/null; do sleep 0.05; done`);
	const printed = await runCheck(folder, check);
	const [, seconds] = /^504 after (\d\.\d+) s$/m.exec(printed) ?? [];
	expect(Number(seconds), printed).toBeGreaterThan(0.49);
	expect(Number(seconds)).toBeLessThan(5);
});

function checkThat(contains: string): string {
	return readSamples().find(
		({ page, section, code, language }) =>
			page === PAGE && section === 'How to check' && language === 'sh' && code.includes(contains),
	)!.code;
}

async function runCheck(folder: SampleFolder, code: string): Promise<string> {
	const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
	const shell = folder.start('sh', ['-c', code], { env });
	await shell.exited;
	return shell.output();
}

function writeServer(folder: SampleFolder, { budget }: { budget: number }): void {
	folder.sample(`${PAGE} Prefer deadline.js`);
	const change = (code: string) => code.replace('= 2_000', `= ${budget}`);
	folder.sample(`${PAGE} Prefer server.js`, undefined, budget === 2_000 ? undefined : change);
}

async function startServer(folder: SampleFolder, dependency: string, options: { budget: number }) {
	writeServer(folder, options);
	const port = await freePort();
	const env = { PORT: String(port), PRICES_URL: dependency };
	await folder.node(['server.js'], { env }).listening(port);
	return port;
}

async function ask(port: number, headers: Record<string, string> = {}) {
	const began = performance.now();
	const { status } = await fetch(`http://localhost:${port}/offers`, { headers });
	return { status, after: performance.now() - began };
}
