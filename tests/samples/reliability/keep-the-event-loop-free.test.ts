import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { manyOrders } from './many-orders.ts';

const PAGE = 'reliability/keep-the-event-loop-free';
const WORK_MS = 1_500;
/** Makes an export take the same long time on every machine. */
const slow = (code: string) =>
	code.replace(
		/^ {2}const open/m,
		`  for (const end = Date.now() + ${WORK_MS}; Date.now() < end; );\n$&`,
	);

describe('while an export runs', () => {
	test('a synchronous handler answers nobody', async ({ folder }) => {
		const port = await startSynchronous(folder);
		const exported = ask(port, '/export');
		await delay(100);
		const light = await ask(port, '/livez');
		expect(light.after).toBeGreaterThan(WORK_MS / 2);
		expect(openOrders((await exported).body)).toBe(1);
	});

	test('a worker thread leaves the event loop free', async ({ folder }) => {
		const port = await startPool(folder, slow);
		const exported = ask(port, '/export');
		await delay(100);
		const light = await ask(port, '/livez');
		expect(light.status).toBe(200);
		expect(light.after).toBeLessThan(WORK_MS / 2);
		expect(openOrders((await exported).body)).toBe(1);
	});

	test('the check tells one from the other', async ({ folder }) => {
		const { code } = readSamples().find(
			({ page, section, language }) =>
				page === PAGE && section === 'How to check' && language === 'sh',
		)!;
		const run = async () => {
			const port = await freePort();
			const check = code
				.replaceAll('3000', String(port))
				.replace('node server.js', `PORT=${port} node server.js`)
				.replace('sleep 1', `until curl -s localhost:${port}/livez >/dev/null; do sleep 0.05; done`)
				// The export must arrive first; a shell starts both in the same moment.
				.replace('for i', 'sleep 0.2\nfor i');
			const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
			const shell = folder.start('sh', ['-c', check], { env });
			await shell.exited;
			return [...shell.output().matchAll(/^(\d+\.\d+) s$/gm)].map(([, time]) => Number(time));
		};
		writePool(folder, slow);
		const free = await run();
		expect(free).toHaveLength(5);
		expect(Math.max(...free)).toBeLessThan(WORK_MS / 2_000);
		writeSynchronous(folder);
		expect(Math.max(...(await run()))).toBeGreaterThan(WORK_MS / 2_000);
	});
});

describe('the pool', () => {
	test('exports the same as the synchronous handler', async ({ folder }) => {
		const port = await startPool(folder);
		folder.file('orders.json', manyOrders(1));
		const { status, body } = await ask(port, '/export');
		expect(status).toBe(200);
		expect(openOrders(body)).toBeGreaterThan(1_000);
	});

	test('refuses what would wait too long', async ({ folder }) => {
		const brief = (code: string) => slow(code).replace(String(WORK_MS), '500');
		const port = await startPool(folder, brief, (code) => code.replace('= 10;', '= 1;'));
		const answers = await Promise.all(Array.from({ length: 6 }, () => ask(port, '/export')));
		const statuses = answers.map(({ status }) => status);
		expect(new Set(statuses)).toEqual(new Set([200, 503]));
		expect(answers.find(({ status }) => status === 503)!.retryAfter).toBe('5');
	});

	test('stops a thread at the limit, and replaces it', async ({ folder }) => {
		const endless = (code: string) =>
			code.replace('const open', 'while (orders.length === 0);\n$&');
		const port = await startPool(folder, endless, (code) => code.replace('10_000', '1_000'));
		folder.file('orders.json', '[]');
		const stopped = await Promise.all([ask(port, '/export'), ask(port, '/export')]);
		expect(stopped.map(({ status }) => status)).toEqual([500, 500]);
		folder.file('orders.json', '[{"open":true}]');
		expect((await ask(port, '/export')).status).toBe(200);
	});
});

describe('a tag list', () => {
	test('with several ways to match takes twice as long for each character', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid tags.js`);
		const [short, long] = (await run(
			folder,
			`import { isTagList } from './tags.js';
const time = (length) => {
  const began = process.cpuUsage();
  isTagList('a'.repeat(length) + '!');
  return process.cpuUsage(began).user;
};
for (let warm = 0; warm < 5; warm += 1) time(15);
console.log(JSON.stringify([time(19), time(25)]));`,
		)) as [number, number];
		expect(long / short).toBeGreaterThan(16); // 64 without noise
	});

	test('with one way to match takes no time, and accepts the same', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid tags.js`, 'old.js');
		folder.sample(`${PAGE} Prefer tags.js`);
		const result = await run(
			folder,
			`import { isTagList as isOld } from './old.js';
import { isTagList } from './tags.js';
let texts = [''];
const different = [];
for (let length = 0; length <= 8; length += 1) {
  different.push(...texts.filter((text) => isTagList(text) !== isOld(text)));
  texts = texts.flatMap((text) => ['a', ' ', '!'].map((character) => text + character));
}
const began = performance.now();
const bad = isTagList('a'.repeat(999) + '!') || isTagList('a '.repeat(499) + '!');
const tooLong = isTagList('a'.repeat(1_001));
console.log(JSON.stringify({ different, bad, tooLong, quick: performance.now() - began < 200 }));`,
		);
		expect(result).toEqual({ different: [], bad: false, tooLong: false, quick: true });
	});
});

test('hashes that a user asks for keep everybody else from the file system', async ({ folder }) => {
	folder.sample(`${PAGE} Avoid hash-all.js`);
	const done = await run(
		folder,
		`import { readFile } from 'node:fs/promises';
import { hashAll } from './hash-all.js';
let done = 0;
for (let code = 0; code < 12; code += 1) hashAll(['code'], 'salt').then(() => (done += 1));
await readFile('package.json');
console.log(done);`,
	);
	expect(done).toBeGreaterThanOrEqual(8);
});

test('a server that is late refuses work, and recovers', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer overload.js`);
	folder.file(
		'server.js',
		`import express from 'express';
import { refuseWhenLate } from './overload.js';
const app = express();
app.get('/livez', (req, res) => res.sendStatus(200));
app.use(refuseWhenLate);
app.get('/', (req, res) => {
  for (const end = Date.now() + 250; Date.now() < end; );
  res.send('done');
});
app.listen(process.env.PORT);`,
	);
	const port = await start(folder);
	expect((await ask(port, '/')).status).toBe(200);
	let refused: Awaited<ReturnType<typeof ask>> | undefined;
	while (!refused) {
		const answers = await Promise.all(Array.from({ length: 8 }, () => ask(port, '/')));
		refused = answers.find(({ status }) => status === 503);
	}
	expect(refused.retryAfter).toBe('1');
	expect((await ask(port, '/livez')).status).toBe(200);
	while ((await ask(port, '/')).status === 503) await delay(100);
});

test('the default metrics of prom-client hold the 99th percentile of the delay', async ({
	folder,
}) => {
	const metrics = await run(
		folder,
		`import { collectDefaultMetrics, register } from 'prom-client';
collectDefaultMetrics();
console.log(JSON.stringify(await register.metrics()));
process.exit();`,
	);
	expect(metrics).toContain('\nnodejs_eventloop_lag_p99_seconds ');
});

test('a profile is written when the process exits by itself', async ({ folder }) => {
	folder.file(
		'server.js',
		`process.on('SIGTERM', () => process.exit());
setInterval(() => {}, 1_000);
console.log('ready');`,
	);
	const server = folder.node(['--cpu-prof', 'server.js']);
	await server.printed(/ready/);
	await server.kill('SIGTERM');
	expect(readdirSync(folder.path)).toContainEqual(expect.stringMatching(/\.cpuprofile$/));
});

/** What a program prints as JSON. */
async function run(folder: SampleFolder, code: string): Promise<unknown> {
	folder.file('main.js', code);
	const main = folder.node(['main.js']);
	await main.exited;
	return JSON.parse(main.stdout());
}

function openOrders(body: Buffer): number {
	return (JSON.parse(gunzipSync(body).toString()) as unknown[]).length;
}

function writeSynchronous(folder: SampleFolder): void {
	folder.file('orders.json', '[{"open":true},{"open":false}]');
	folder.sample(`${PAGE} Avoid server.js`, undefined, (code) =>
		slow(code).replace(
			'app.listen',
			`app.get('/livez', (req, res) => res.sendStatus(200));\napp.listen`,
		),
	);
}

type Change = (code: string) => string;

function writePool(folder: SampleFolder, changeWorker?: Change, changeServer?: Change): void {
	folder.file('orders.json', '[{"open":true},{"open":false}]');
	folder.sample(`${PAGE} Prefer export-orders.js`, undefined, changeWorker);
	folder.sample(`${PAGE} Prefer server.js`, undefined, changeServer);
}

async function startSynchronous(folder: SampleFolder): Promise<number> {
	writeSynchronous(folder);
	return start(folder);
}

async function startPool(folder: SampleFolder, ...changes: (Change | undefined)[]) {
	writePool(folder, ...changes);
	return start(folder);
}

async function start(folder: SampleFolder): Promise<number> {
	const port = await freePort();
	await folder.node(['server.js'], { env: { PORT: String(port) } }).listening(port);
	return port;
}

async function ask(port: number, path: string) {
	const began = performance.now();
	const answer = await fetch(`http://localhost:${port}${path}`);
	const body = Buffer.from(await answer.arrayBuffer());
	return {
		status: answer.status,
		retryAfter: answer.headers.get('retry-after'),
		body,
		after: performance.now() - began,
	};
}
