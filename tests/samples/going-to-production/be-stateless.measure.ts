import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess, type Running } from '../start-process.ts';
import { findRedis, startRedis } from '../start-redis.ts';
import { ask } from './ask.ts';
import { startObjectStore } from './object-store.ts';
import { countVisits, readFrom, upload } from './one-client.ts';
import { RATE_LIMITED } from './rate-limited.ts';

const PAGE = 'going-to-production/be-stateless';
const sample = (section: string, name: string): string => sampleCode(`${PAGE} ${section} ${name}`);
const SESSION_SECRET = 'for-measurements';
const running: Running[] = [];

/** Starts a file, and returns its port. */
async function start(cwd: string, file: string, env: Record<string, string> = {}): Promise<number> {
	const port = await freePort();
	const options = { cwd, env: { SESSION_SECRET, ...env, PORT: String(port) } };
	const process_ = startProcess(process.execPath, [file], options);
	running.push(process_);
	await process_.listening(port);
	return port;
}

try {
	await measureInstances();
	await measureSessionWarning();
	await measureLocalStorage();
	await measurePresigned();
	await measureMap();
	if (findRedis()) {
		await measureStalePrice();
		await measureAbsentRedis();
	} else console.log('Redis: needs `redis-server` (Debian: apt-get install redis-server)');
} finally {
	await Promise.all(running.map((process_) => process_.kill('SIGKILL')));
}

async function measureInstances(): Promise<void> {
	const files = {
		'sessions.js': sample('Avoid', 'sessions.js'),
		'uploads.js': sample('Avoid', 'uploads.js'),
		'limited.js': RATE_LIMITED,
	};
	const machines = [measureFolder(files), measureFolder(files)];
	const both = (file: string) => Promise.all(machines.map((cwd) => start(cwd, file)));
	const inTurn = (ports: readonly number[], times: number) =>
		Array.from({ length: times }, (_, index) => ports[index % ports.length]!);

	const sessions = await both('sessions.js');
	const visits = async (ports: readonly number[]) => (await countVisits(ports)).join(' ');
	console.log(`session counter, two instances: ${await visits(inTurn(sessions, 6))}`);
	console.log(`session counter, one instance: ${await visits(inTurn(sessions.slice(0, 1), 6))}`);

	const uploads = await both('uploads.js');
	const path = await upload(uploads[0]!, 1_000);
	const reads = await readFrom(inTurn(uploads, 10), path);
	console.log(`ten reads of an uploaded file, two instances: ${count(reads)}`);

	const limited = await both('limited.js');
	const answers = await readFrom(inTurn(limited, 20), '/');
	console.log(`20 requests, limit 5, two instances: ${count(answers)}`);
}

function count(statuses: readonly number[]): string {
	return [...new Set(statuses)]
		.map((status) => `${statuses.filter((other) => other === status).length} × ${status}`)
		.join(', ');
}

async function measureSessionWarning(): Promise<void> {
	const cwd = measureFolder({ 'sessions.js': sample('Avoid', 'sessions.js') });
	for (const NODE_ENV of ['production', 'development']) {
		await start(cwd, 'sessions.js', { NODE_ENV });
		const warns = running.at(-1)!.output().includes('MemoryStore');
		console.log(`warning about MemoryStore, NODE_ENV=${NODE_ENV}: ${warns}`);
	}
}

async function measureLocalStorage(): Promise<void> {
	const cwd = measureFolder({
		'look.js': `console.log('localStorage' in globalThis, typeof globalThis.localStorage)`,
		'write.js': `localStorage.setItem('card', 'made-up-number')`,
		'read.js': `console.log(localStorage.getItem('card'))`,
	});
	const run = async (...args: string[]) => {
		const script = startProcess(process.execPath, args, { cwd });
		await script.exited;
		return script.stdout().trim();
	};
	console.log(`localStorage is global, and its type: ${await run('look.js')}`);
	const option = '--localstorage-file=storage';
	console.log(`the same with ${option}: ${await run(option, 'look.js')}`);
	// Node.js 22 knows the option, and what belongs to it only behind a second one.
	const args = [...(process.version < 'v25' ? ['--experimental-webstorage'] : []), option];
	await run(...args, 'write.js');
	console.log(`another process reads: ${await run(...args, 'read.js')}`);
	const stored = readFileSync(join(cwd, 'storage')).includes('made-up-number', 0, 'utf16le');
	console.log(`the file holds what was written, in plain text: ${stored}`);
}

async function measurePresigned(): Promise<void> {
	const code = sample('Prefer', 'uploads.js');
	const cwd = measureFolder({
		'uploads.js': code,
		'less.js': code.replace(/^.*signableHeaders.*$/m, ''),
	});
	const store = await startObjectStore();
	for (const file of ['uploads.js', 'less.js']) {
		const port = await start(cwd, file, store.env);
		const answer = await fetch(`http://localhost:${port}/uploads`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ type: 'image/png', size: 1_000 }),
		});
		const { url } = (await answer.json()) as { url: string };
		const put = async (type: string, size: number) =>
			(
				await fetch(url, {
					method: 'PUT',
					headers: { 'content-type': type },
					body: new Uint8Array(size),
				})
			).status;
		const label = `presigned upload, ${file === 'less.js' ? 'without' : 'with'} signableHeaders`;
		const query = new URL(url).searchParams;
		console.log(`${label}: signed headers ${query.get('X-Amz-SignedHeaders')}`);
		console.log(`${label}: as declared ${await put('image/png', 1_000)}`);
		console.log(`${label}: other size ${await put('image/png', 1_001)}`);
		console.log(`${label}: other type ${await put('text/html', 1_000)}`);
	}
	store.stop();
}

async function measureMap(): Promise<void> {
	const cwd = measureFolder({
		'prices.js': sample('Avoid', 'prices.js'),
		'fill.js': `
import { setPrice } from './prices.js';
global.gc();
const before = process.memoryUsage().heapUsed;
for (let n = 0; n < 1_000_000; n++) setPrice('sku-' + n, n % 10_000);
global.gc();
console.log(Math.round((process.memoryUsage().heapUsed - before) / 2 ** 20));`,
	});
	const fill = startProcess(process.execPath, ['--expose-gc', 'fill.js'], { cwd });
	await fill.exited;
	console.log(`heap that one million prices keep: ${fill.stdout().trim()} MiB`);
}

async function measureStalePrice(): Promise<void> {
	const redis = await startRedis();
	const cwd = measureFolder({
		'prices.js': sample('Prefer', 'prices.js'),
		'serve.js': `
import { createServer } from 'node:http';
import { getPrice, setPrice } from './prices.js';
createServer(async (req, res) => {
  const price = req.url.slice(1);
  res.end(String(await (price ? setPrice('lamp', price) : getPrice('lamp'))));
}).listen(process.env.PORT);`,
	});
	const env = { REDIS_URL: redis.url };
	const [first, second] = await Promise.all([
		start(cwd, 'serve.js', env),
		start(cwd, 'serve.js', env),
	]);
	const ask = async (port: number, path = '') =>
		(await fetch(`http://localhost:${port}/${path}`)).text();
	await ask(first, '10');
	await ask(second);
	const read = performance.now();
	await ask(first, '12');
	while ((await ask(second)) === '10') await delay(20);
	const seconds = ((performance.now() - read) / 1_000).toFixed(1);
	console.log(`old price at the second instance, after its last read: ${seconds} s`);
	await redis.stop();
}

async function measureAbsentRedis(): Promise<void> {
	const code = sample('Prefer', 'sessions.js');
	const cwd = measureFolder({
		'with disableOfflineQueue.js': code,
		'default.js': code.replace(/^.*disableOfflineQueue.*$/m, ''),
	});
	for (const name of ['default', 'with disableOfflineQueue']) {
		const redis = await startRedis();
		const port = await start(cwd, `${name}.js`, { REDIS_URL: redis.url });
		const url = `http://localhost:${port}/visits`;
		const https = { 'X-Forwarded-Proto': 'https' };
		const answer = await fetch(url, { headers: https });
		const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
		await redis.stop();
		await running.at(-1)!.printed(/redis:/);
		const asked = performance.now();
		const end = await ask(url, { headers: { ...https, cookie }, limit: 5_000 });
		const took = Math.round(performance.now() - asked);
		console.log(`request with a session, Redis stopped, ${name}: ${end} after ${took} ms`);
	}
}
