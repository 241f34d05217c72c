import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { type Running } from '../start-process.ts';
import { shellBlock, shellEnvironment } from '../shell-block.ts';

const PAGE = 'observability/correlate-requests';
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-(0[01])$/;

interface Line {
	readonly requestId?: string;
	readonly traceId?: string;
	readonly order?: string;
	readonly msg: string;
}

/** A second service that answers late, and keeps the headers that it received. */
// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
const test = base.extend('stock', async ({}, { onCleanup }) => {
	const received = new Map<string, string | undefined>();
	const server = createServer((req, res) => {
		received.set(req.url!, req.headers.traceparent as string | undefined);
		setTimeout(() => res.end('{"left":1}'), 100);
	}).listen(0);
	onCleanup(() => {
		server.close();
	});
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return { url: `http://localhost:${port}`, received };
});

describe('a variable of the module', () => {
	test('gives simultaneous requests the identifier of the last', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid shared-id.js`);
		const { port } = await start(folder, 'shared-id.js');
		const ids = Array.from({ length: 20 }, (_, index) => `request-${index}`);
		const answers = await Promise.all(
			ids.map(async (id) => {
				const headers = { 'x-request-id': id };
				return (await fetch(`http://localhost:${port}/orders`, { headers })).text();
			}),
		);
		expect(answers.filter((answer, index) => answer.trim() !== ids[index]).length).toBe(19);
	});
});

test('`enterWith` gives the next job the context of the job before', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid enter-with.js`);
	expect(await logged(folder.node(['enter-with.js']))).toEqual([
		{ job: 1, requestId: 'first-request' },
		{ job: 2, requestId: 'first-request' },
	]);
});

test('the store itself as `mixin` keeps the fields of a line', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid shared-mixin.js`);
	const [, second] = await logged(folder.node(['shared-mixin.js']));
	expect(second).toMatchObject({ msg: 'order stored', card: '4000 0000' });
});

describe('one context for each request', () => {
	test('separates simultaneous requests, and links the second service', async ({
		folder,
		stock,
	}) => {
		const { server, port } = await startShop(folder, stock.url);
		const ids = Array.from({ length: 20 }, (_, index) => `request-${index}`);
		for (const answer of await Promise.all(ids.map((id) => order(port, id, id))))
			expect(answer.status).toBe(200);
		const lines = await linesOf(server, 40);
		const traces = new Set<string>();
		for (const id of ids) {
			const own = lines.filter(({ requestId }) => requestId === id);
			expect(own.map(({ msg }) => msg)).toEqual(['order requested', 'stock answered']);
			expect(own[0]!.order).toBe(id);
			expect(own[1]!.traceId).toBe(own[0]!.traceId);
			const [, traceId] = TRACEPARENT.exec(stock.received.get(`/stock/${id}`) ?? '') ?? [];
			expect(traceId).toBe(own[0]!.traceId);
			traces.add(traceId!);
		}
		expect(traces.size).toBe(20);
	});

	test('continues a valid trace with a new parent id, and restarts an invalid one', async ({
		folder,
		stock,
	}) => {
		const { port } = await startShop(folder, stock.url);
		const trace = '7f3c0d52a9e14b86b0c95e21d4a8f637';
		const parent = 'c1e58a0f6b2d9347';
		const sent = async (traceparent: string) => {
			await order(port, 'request-1', '1', { traceparent });
			return TRACEPARENT.exec(stock.received.get('/stock/1') ?? '')?.slice(1) ?? [];
		};
		const continued = await sent(`00-${trace}-${parent}-01`);
		expect(continued).toEqual([trace, expect.not.stringMatching(parent), '01']);
		expect(await sent(`00-${trace}-${parent}-00`)).toEqual([trace, expect.anything(), '00']);
		expect(await sent(`00-${trace}-${parent}-03`)).toEqual([trace, expect.anything(), '01']);
		for (const invalid of [
			`00-${trace.toUpperCase()}-${parent}-01`,
			`00-${'0'.repeat(32)}-${parent}-01`,
			`00-${trace}-${'0'.repeat(16)}-01`,
			trace,
			'',
		]) {
			const [traceId] = await sent(invalid);
			expect(traceId).toMatch(/^[0-9a-f]{32}$/);
			expect([trace, '0'.repeat(32)]).not.toContain(traceId);
		}
	});

	test('replaces an identifier that has no proper shape, and tells the client', async ({
		folder,
		stock,
	}) => {
		const { server, port } = await startShop(folder, stock.url);
		const kept = await order(port, 'support-case-7');
		expect(kept.headers.get('x-request-id')).toBe('support-case-7');
		for (const id of ['x'.repeat(10_000), 'short', 'a "quoted" id']) {
			const answer = await order(port, id);
			expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
		}
		for (const { requestId } of await linesOf(server, 8))
			expect(requestId).toMatch(/^[\w-]{8,64}$/);
	});
});

test('a shared batch loses the context; binding or a promise keeps it', async ({ folder }) => {
	folder.file(
		'batch.js',
		`import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
		const store = new AsyncLocalStorage();
		let batch = [];
		const load = (callback) => {
			if (batch.push(callback) > 1) return;
			setTimeout(() => batch.splice(0).forEach((run) => run()), 5);
		};
		const see = () => store.getStore();
		const collect = (start) => Promise.all(['a', 'b', 'c'].map((id) => store.run(id, () => new Promise(start))));
		console.log(JSON.stringify([
			await collect((resolve) => load(() => resolve(see()))),
			await collect((resolve) => load(AsyncResource.bind(() => resolve(see())))),
			await Promise.all(['a', 'b', 'c'].map((id) => store.run(id, async () => {
				await new Promise((resolve) => load(resolve));
				return see();
			}))),
		]));\n`,
	);
	expect(await logged(folder.node(['batch.js']))).toEqual([
		[
			['a', 'a', 'a'],
			['a', 'b', 'c'],
			['a', 'b', 'c'],
		],
	]);
});

test('the check shows one trace for each request in both services', async ({ folder }) => {
	samples(folder);
	const [port, stockPort] = [await freePort(), await freePort()];
	const script = shellBlock(PAGE, 'check-two', port).replaceAll('4000', String(stockPort));
	const env = { ...shellEnvironment, PORT: String(port) };
	const check = folder.start('sh', ['-c', script], { env });
	await check.exited;
	const [one, two] = ['one', 'two'].map((name) => {
		const pattern = `check-${name} (\\w{8}) order requested\\ncheck-${name} \\1 stock answered`;
		return new RegExp(pattern).exec(check.stdout())?.[1];
	});
	expect(two).not.toBe(one);
	expect(check.stdout()).toContain(`/stock/1 00-${one}`);
	expect(check.stdout()).toContain(`/stock/2 00-${two}`);
	expect(readFileSync(join(folder.path, 'events.ndjson'), 'utf8').split('\n')).toHaveLength(5);
});

function samples(folder: SampleFolder) {
	for (const name of ['context.js', 'logger.js', 'server.js'])
		folder.sample(`${PAGE} Prefer ${name}`);
}

async function start(folder: SampleFolder, file: string, env: Record<string, string> = {}) {
	const port = await freePort();
	const server = folder.node([file], { env: { ...env, PORT: String(port) } });
	await server.listening(port);
	return { server, port };
}

async function startShop(folder: SampleFolder, stock: string) {
	samples(folder);
	return start(folder, 'server.js', { STOCK_URL: stock });
}

function order(port: number, id: string, path = '1', headers: Record<string, string> = {}) {
	const all = { 'x-request-id': id, ...headers };
	return fetch(`http://localhost:${port}/orders/${path}`, { headers: all });
}

async function logged(running: Running): Promise<unknown[]> {
	await running.exited;
	const lines = running.output().trimEnd().split('\n');
	return lines.map((line) => JSON.parse(line) as unknown);
}

async function linesOf(server: Running, count: number): Promise<Line[]> {
	await server.printed(new RegExp(`(?:.+\\n){${count}}`));
	const lines = server.stdout().trimEnd().split('\n');
	return lines.map((line) => JSON.parse(line) as Line);
}
