import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { type Running } from '../start-process.ts';
import { FAILING_DATABASE } from './failing-database.ts';

const PAGE = 'reliability/handle-errors-centrally';
const STACK_LINE = /at .*:\d+:\d+/;

describe('avoid', () => {
	test('sends the stack to the client', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid stack.js`);
		folder.file('database.js', FAILING_DATABASE);
		const { port } = await start(folder, 'stack.js');
		const body = await (await fetch(`http://localhost:${port}/orders/2`)).text();
		expect(body).toContain('connect ECONNREFUSED 10.0.0.5:5432');
		expect(body).toMatch(STACK_LINE);
		expect(body).toContain('/database.js:');
	});

	test('logs one failure three times', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid layers.js`);
		folder.file('database.js', FAILING_DATABASE);
		folder.file(
			'main.js',
			`import pino from 'pino';
import { order } from './layers.js';
await order(2).catch((error) => pino().error(error, 'request failed'));`,
		);
		const main = folder.node(['main.js']);
		await main.exited;
		const messages = lines(main).map(({ msg }) => msg);
		expect(messages.sort()).toEqual(['insert failed', 'order failed', 'request failed']);
	});

	test('throws a string that tells nothing of its origin', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid string.js`);
		folder.file(
			'main.js',
			`import pino from 'pino';
import { order } from './string.js';
const insert = async () => { throw Object.assign(new Error('why'), { code: '23505' }); };
await order(insert, 1).catch((err) => pino().error({ err }));`,
		);
		const main = folder.node(['main.js']);
		await main.exited;
		expect(lines(main)[0]).toMatchObject({ err: 'order failed: why' });
		expect(main.stdout()).not.toContain('23505');
		expect(main.stdout()).not.toMatch(STACK_LINE);
	});

	test('returns a promise that the `catch` block never sees', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid return.js`);
		expect(await orderOrWait(folder)).toMatchObject({ result: 'rejects', isInStack: false });
	});
});

test('the search finds the stack in an answer', async ({ folder }) => {
	const [, { code }] = readSamples().filter(
		({ page, section, language }) =>
			page === PAGE && section === 'How to check' && language === 'sh',
	) as [unknown, { code: string }];
	mkdirSync(join(folder.path, 'src'));
	folder.sample(`${PAGE} Prefer server.js`, 'src/server.js');
	expect((await folder.start('sh', ['-c', code]).exited).code).toBe(1);
	folder.sample(`${PAGE} Avoid stack.js`, 'src/stack.js');
	const search = folder.start('sh', ['-c', code]);
	expect((await search.exited).code).toBe(0);
	expect(search.output()).toMatch(/^src\/stack\.js:\d+:.*error\.stack/);
});

test('`return await` reaches the `catch` block, and the stack names the function', async ({
	folder,
}) => {
	const address = `${PAGE} Avoid return.js`;
	folder.sample(address, undefined, (code) => code.replace('return order', 'return await order'));
	expect(await orderOrWait(folder)).toMatchObject({ result: { waiting: true } });
	folder.sample(address, undefined, (code) =>
		code
			.replace('return order', 'return await order')
			.replace('catch {', 'catch (error) {\n    throw error;'),
	);
	expect(await orderOrWait(folder)).toMatchObject({ result: 'rejects', isInStack: true });
});

/** Runs `return.js` with an order that fails. */
async function orderOrWait(folder: SampleFolder): Promise<unknown> {
	folder.file(
		'main.js',
		`import { orderOrWait } from './return.js';
const order = async () => { await null; throw new Error('failed'); };
const answer = await orderOrWait(order).then(
  (result) => ({ result }),
  ({ stack }) => ({ result: 'rejects', isInStack: stack.includes('orderOrWait') }),
);
console.log(JSON.stringify(answer));`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	return JSON.parse(main.stdout());
}

describe('the edge of HTTP', () => {
	test('answers with a problem for each kind of error, and logs each once', async ({ folder }) => {
		writeServer(folder);
		const { port, server } = await start(folder, 'server.js');
		expect((await order(port, '{"id":1}')).status).toBe(201);

		const conflict = await order(port, '{"id":1}');
		expect(conflict.status).toBe(409);
		expect(conflict.headers.get('content-type')).toBe('application/problem+json');
		const problem = (await conflict.json()) as { instance: string };
		expect(problem).toEqual({
			type: 'https://shop.example/problems/duplicate',
			title: 'Conflict',
			status: 409,
			detail: 'The order exists',
			instance: problem.instance,
		});
		expect(problem.instance).toMatch(/^urn:uuid:[-0-9a-f]{36}$/);
		await server.printed(/failed/);
		expect(lines(server)).toMatchObject([
			{ level: 30, instance: problem.instance, method: 'POST', path: '/orders' },
		]);
		expect(server.output()).toContain('caused by: Error: duplicate key value');
	});

	test('tells a client nothing of an unknown error', async ({ folder }) => {
		writeServer(folder);
		const { port, server } = await start(folder, 'server.js');
		const answer = await order(port, '{"id":2}');
		expect(answer.status).toBe(500);
		const problem = (await answer.json()) as Record<string, unknown>;
		expect(Object.keys(problem).sort()).toEqual(['instance', 'status', 'title']);
		await server.printed(/failed/);
		expect(lines(server)).toMatchObject([
			{
				level: 50,
				instance: problem.instance,
				err: { message: 'connect ECONNREFUSED 10.0.0.5:5432' },
			},
		]);
		expect((await order(port, '{"id":3}')).status).toBe(201);
	});

	test('keeps a malformed body out of the log', async ({ folder }) => {
		writeServer(folder);
		const { port, server } = await start(folder, 'server.js');
		expect((await order(port, '{"password":"hunter2",}')).status).toBe(400);
		// The message of this one quotes what it could not read.
		expect((await order(port, '{"password":hunter2}')).status).toBe(400);
		await server.printed(/failed/);
		expect(server.output()).not.toContain('hunter2');
	});

	test('closes the connection of a response that has begun', async ({ folder }) => {
		writeServer(folder, (code) =>
			code.replace(
				'app.use((req) => {',
				`app.get('/begun', async (req, res) => {
  res.write('first half');
  throw new Error('no second half');
});
app.use((req) => {`,
			),
		);
		const { port, server } = await start(folder, 'server.js');
		const answer = await fetch(`http://localhost:${port}/begun`);
		expect(answer.status).toBe(200);
		await expect(answer.text()).rejects.toThrow('terminated');
		await server.printed(/failed/);
		expect(lines(server)).toHaveLength(1);
	});

	test('passes the check', async ({ folder }) => {
		writeServer(folder);
		const { port } = await start(folder, 'server.js');
		const [check, expected] = readSamples()
			.filter(({ page, section }) => page === PAGE && section === 'How to check')
			.map(({ code }) => code);
		const shell = folder.start('sh', ['-c', check!.replace('localhost:3000', `localhost:${port}`)]);
		await shell.exited;
		expect(shell.output()).toBe(expected);
	});
});

test('the edge of a queue rejects what fails again, and repeats the rest', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer app-error.js`);
	folder.sample(`${PAGE} Prefer handle-error.js`);
	folder.sample(`${PAGE} Prefer consumer.js`);
	folder.file(
		'main.js',
		`import { AppError } from './app-error.js';
import { consume } from './consumer.js';
const say = (what) => async () => console.error(what);
const message = { id: 7, body: {}, ack: say('ack'), reject: say('reject'), retry: say('retry') };
await consume(message, async () => {});
await consume(message, async () => { throw new AppError('unknown-sku', 404, 'No such article'); });
await consume(message, async () => { throw new TypeError('bug'); });
await consume(message, async () => { throw 'a string'; });`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	expect(main.output().match(/^(?:ack|reject|retry)$/gm)).toEqual([
		'ack',
		'reject',
		'retry',
		'retry',
	]);
	expect(lines(main)).toMatchObject([
		{ level: 30, message: 7 },
		{ level: 50, message: 7 },
		{ level: 50, message: 7 },
	]);
});

test('the edge of the process logs at level fatal, and the process ends', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer app-error.js`);
	folder.sample(`${PAGE} Prefer handle-error.js`);
	folder.sample(`${PAGE} Prefer crash.js`);
	folder.file('main.js', `import './crash.js'; Promise.reject(new Error('unknown'));`);
	const main = folder.node(['main.js']);
	expect((await main.exited).code).toBe(1);
	expect(lines(main)).toMatchObject([{ level: 60, origin: 'unhandledRejection' }]);
});

test('without a handler, Express sends the stack unless it is in production', async ({
	folder,
}) => {
	folder.file(
		'server.js',
		`import express from 'express';
express().get('/', () => { throw new Error('bug'); }).listen(process.env.PORT);`,
	);
	const { port } = await start(folder, 'server.js');
	expect(await (await fetch(`http://localhost:${port}`)).text()).toMatch(STACK_LINE);
	const production = await start(folder, 'server.js', { NODE_ENV: 'production' });
	expect(await (await fetch(`http://localhost:${production.port}`)).text()).not.toMatch(STACK_LINE);
});

test('a handler of Fastify serves its own plugin and those inside', async ({ folder }) => {
	folder.file(
		'main.js',
		`import Fastify from 'fastify';
const app = Fastify();
const fails = async () => { throw new Error('bug'); };
app.register(async (plugin) => {
  plugin.setErrorHandler((error, request, reply) => reply.code(418).send('ours'));
  plugin.get('/own', fails);
  plugin.register(async (inner) => inner.get('/inside', fails));
});
app.get('/beside', fails);
for (const url of ['/own', '/inside', '/beside'])
  console.log(url, (await app.inject(url)).statusCode);`,
	);
	const main = folder.node(['main.js']);
	await main.exited;
	expect(main.stdout()).toBe('/own 418\n/inside 418\n/beside 500\n');
});

function writeServer(folder: SampleFolder, change?: (code: string) => string): void {
	folder.sample(`${PAGE} Prefer app-error.js`);
	folder.sample(`${PAGE} Prefer handle-error.js`);
	folder.sample(`${PAGE} Prefer server.js`, undefined, change);
	folder.file('database.js', FAILING_DATABASE);
}

async function start(folder: SampleFolder, file: string, env: Record<string, string> = {}) {
	const port = await freePort();
	const path = `${dirname(process.execPath)}:${process.env.PATH}`;
	const server = folder.node([file], { env: { PATH: path, PORT: String(port), ...env } });
	await server.listening(port);
	return { port, server };
}

async function order(port: number, body: string): Promise<Response> {
	const headers = { 'content-type': 'application/json' };
	return fetch(`http://localhost:${port}/orders`, { method: 'POST', headers, body });
}

/** What it has logged. */
function lines(process: Running): Record<string, unknown>[] {
	const text = process.stdout().split('\n').filter(Boolean);
	return text.map((line) => JSON.parse(line) as Record<string, unknown>);
}
