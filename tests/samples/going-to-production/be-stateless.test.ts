import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'redis';
import { describe, expect, onTestFinished } from 'vitest';
import { shellEnvironment } from '../shell-block.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { ask } from './ask.ts';
import { findBlock } from '../find-block.ts';
import { startObjectStore } from './object-store.ts';
import { countVisits, readFrom, upload } from './one-client.ts';
import { RATE_LIMITED } from './rate-limited.ts';

const PAGE = 'going-to-production/be-stateless';
const SESSION_SECRET = 'for-tests';

describe('sessions', () => {
	test('in process memory are lost at every other instance', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid sessions.js`);
		const ports = await startTwo(folder, 'sessions.js', { SESSION_SECRET });
		expect(await countVisits([...ports, ...ports, ...ports])).toEqual([1, 1, 1, 1, 1, 1]);
		const [first] = ports;
		expect(await countVisits(Array<number>(6).fill(first))).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test('in a shared store survive the second instance, and the death of the first', async ({
		folder,
		redis,
	}) => {
		folder.sample(`${PAGE} Prefer sessions.js`);
		const check = await runCheck(folder, { SESSION_SECRET, REDIS_URL: redis.url });
		expect(check).toBe('1\n2\n3\n4\n5\n6\n');
	});

	test('in process memory do not', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid sessions.js`);
		expect(await runCheck(folder, { SESSION_SECRET })).toBe('1\n1\n1\n1\n2\n3\n');
	});

	test('fail at once while the store is away, and not without the option', async ({
		folder,
		redis,
	}) => {
		const withoutOption = (code: string) => code.replace(/^.*disableOfflineQueue.*$/m, '');
		folder.sample(`${PAGE} Prefer sessions.js`);
		folder.sample(`${PAGE} Prefer sessions.js`, 'queueing.js', withoutOption);
		const env = { SESSION_SECRET, REDIS_URL: redis.url };
		const port = await start(folder, 'sessions.js', env);
		const queueing = await start(folder, 'queueing.js', env);
		const https = { 'X-Forwarded-Proto': 'https' };
		const answer = await fetch(`http://localhost:${port}/visits`, { headers: https });
		const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
		await redis.stop();
		const visit = (at: number, limit: number) =>
			ask(`http://localhost:${at}/visits`, { headers: { ...https, cookie }, limit });
		expect(await visit(port, 20_000)).toBe(500);
		expect(await visit(queueing, 1_000)).toBe('ABORT_ERR');
	});
});

describe('uploads on the local disk', () => {
	test('are found at one instance of two', async ({ folder }) => {
		const ports = await startMachines(folder, `${PAGE} Avoid uploads.js`);
		const path = await upload(ports[0], 1_000);
		const five = Array(5).fill(ports).flat() as number[];
		expect(await readFrom(five, path)).toEqual(Array(5).fill([200, 404]).flat());
	});

	test('have no size limit', async ({ folder }) => {
		const [port] = await startMachines(folder, `${PAGE} Avoid uploads.js`);
		await expect(upload(port, 32 * 2 ** 20)).resolves.toMatch(/^\/files\//);
	});
});

describe('a presigned upload', () => {
	const PICTURE = { type: 'image/png', size: 1_000 };

	test('is permitted for a known type and a small size', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer uploads.js`);
		const { sign } = await startSigner(folder);
		const status = async (body: unknown) => (await sign(body)).status;
		expect(await status(PICTURE)).toBe(201);
		expect(await status({ ...PICTURE, size: 5 * 2 ** 20 })).toBe(201);
		expect(await status({ ...PICTURE, size: 5 * 2 ** 20 + 1 })).toBe(413);
		expect(await status({ ...PICTURE, size: 0 })).toBe(400);
		expect(await status({ ...PICTURE, size: '1000' })).toBe(400);
		expect(await status({ ...PICTURE, type: 'text/html' })).toBe(415);
		expect(await status({ ...PICTURE, type: 'toString' })).toBe(415);
		expect(await status(undefined)).toBe(415);
	});

	test('stores under a key of the server, as often as one likes, until it expires', async ({
		folder,
	}) => {
		folder.sample(`${PAGE} Prefer uploads.js`);
		const { sign, store } = await startSigner(folder);
		const { key, url } = (await (await sign(PICTURE)).json()) as Permit;
		expect(key).toMatch(/^uploads\/[\da-f-]{36}\.png$/);
		expect(await put(url, PICTURE)).toBe(200);
		expect(await put(url, PICTURE, 1)).toBe(200);
		expect([...store.objects]).toEqual([[`/pictures/${key}`, Buffer.alloc(PICTURE.size, 1)]]);
		store.pass(290);
		expect(await put(url, PICTURE)).toBe(200);
		store.pass(15);
		expect(await put(url, PICTURE)).toBe(403);
	});

	test('is refused for another size, type or key', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer uploads.js`);
		const { sign } = await startSigner(folder);
		const { url } = (await (await sign(PICTURE)).json()) as Permit;
		expect(await put(url, { ...PICTURE, size: 1_001 })).toBe(403);
		expect(await put(url, { ...PICTURE, type: 'text/html' })).toBe(403);
		expect(await put(url.replace('uploads/', 'uploads/a'), PICTURE)).toBe(403);
		expect(await put(url.replace('Expires=300', 'Expires=3000'), PICTURE)).toBe(403);
	});

	test('leaves the type open where it is not signed', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer uploads.js`, undefined, (code) =>
			code.replace(/^.*signableHeaders.*$/m, ''),
		);
		const { sign } = await startSigner(folder);
		const { url } = (await (await sign(PICTURE)).json()) as Permit;
		expect(await put(url, { ...PICTURE, type: 'text/html' })).toBe(200);
		expect(await put(url, { ...PICTURE, size: 1_001 })).toBe(403);
	});

	test('would carry the checksum of an empty body', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer uploads.js`, 'with-checksum.js', (code) =>
			code.replace('WHEN_REQUIRED', 'WHEN_SUPPORTED'),
		);
		folder.sample(`${PAGE} Prefer uploads.js`);
		const checksum = async (file?: string) => {
			const { sign } = await startSigner(folder, file);
			const { url } = (await (await sign(PICTURE)).json()) as Permit;
			return new URL(url).searchParams.get('x-amz-checksum-crc32');
		};
		expect(await checksum('with-checksum.js')).toBe('AAAAAA==');
		expect(await checksum()).toBeNull();
	});
});

describe('a global map', () => {
	test('is known to one process alone, and never shrinks', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid prices.js`);
		const [first, second] = await Promise.all([startPrices(folder), startPrices(folder)]);
		await first.set('lamp', 10);
		expect(await first.get('lamp')).toBe('10');
		expect(await second.get('lamp')).toBe('undefined');

		folder.file(
			'fill.js',
			`import { setPrice } from './prices.js';
			for (let n = 0; n < 50_000; n++) setPrice('sku ' + n, n);
			console.log(globalThis.cache.size);`,
		);
		const fill = folder.node(['fill.js']);
		await fill.exited;
		expect(fill.stdout()).toBe('50000\n');
	});
});

describe('a two-level read', () => {
	test('is stale for a while only, and survives the process', async ({ folder, redis }) => {
		// Long enough for the second read, which must come before the end.
		folder.sample(`${PAGE} Prefer prices.js`, undefined, (code) => code.replace('5_000', '1_500'));
		const env = { REDIS_URL: redis.url };
		const [first, second] = await Promise.all([startPrices(folder, env), startPrices(folder, env)]);
		await first.set('lamp', 10);
		expect(await second.get('lamp')).toBe('10');
		await first.set('lamp', 12);
		expect(await first.get('lamp')).toBe('12');
		expect(await second.get('lamp')).toBe('10');
		await expect.poll(() => second.get('lamp'), { timeout: 20_000 }).toBe('12');

		await Promise.all([first.kill(), second.kill()]);
		const third = await startPrices(folder, env);
		expect(await third.get('lamp')).toBe('12');
	});

	test('keeps no more than its limit, and forgets the oldest', async ({ folder, redis }) => {
		folder.sample(`${PAGE} Prefer prices.js`, undefined, (code) =>
			code.replace('10_000', '2').replace('5_000', '500_000'),
		);
		const client = createClient({ url: redis.url });
		client.on('error', () => undefined); // the server goes first
		await client.connect();
		onTestFinished(() => {
			client.destroy();
		});
		/** How many reads reached the shared store. */
		const reads = async () =>
			Number(/cmdstat_get:calls=(\d+)/.exec(await client.info('commandstats'))?.[1]);
		const prices = await startPrices(folder, { REDIS_URL: redis.url });
		for (const sku of ['a', 'b', 'c', 'b', 'c']) await prices.get(sku);
		expect(await reads()).toBe(3);
		await prices.get('a');
		expect(await reads()).toBe(4);
	});
});

describe('the checklist', () => {
	test('a rate limit in memory lets through as much at each instance', async ({ folder }) => {
		folder.file('limited.js', RATE_LIMITED);
		const ports = await startTwo(folder, 'limited.js', {});
		const statuses = await readFrom(Array(10).fill(ports).flat() as number[], '/');
		expect(statuses).toEqual([...Array<number>(10).fill(200), ...Array<number>(10).fill(429)]);
	});
});

describe('the search', () => {
	test('finds the samples to avoid, and none of the others', async ({ folder }) => {
		mkdirSync(join(folder.path, 'src'));
		const search = findBlock(PAGE, 'sh', 'grep -rnE');
		for (const name of ['uploads.js', 'sessions.js', 'prices.js'])
			folder.sample(`${PAGE} Prefer ${name}`, `src/${name}`);
		const silent = folder.start('sh', ['-c', search]);
		expect(await silent.exited).toMatchObject({ code: 1 });
		expect(silent.output()).toBe('');

		folder.sample(`${PAGE} Avoid uploads.js`, 'src/uploads.js');
		folder.sample(`${PAGE} Avoid prices.js`, 'src/prices.js');
		const loud = folder.start('sh', ['-c', search]);
		expect(await loud.exited).toMatchObject({ code: 0 });
		expect(loud.output()).toContain('src/uploads.js:6:');
		expect(loud.output()).toContain('src/prices.js:2:');
	});
});

/** Starts a file of the folder, and returns its port. */
async function start(folder: SampleFolder, file: string, env: Record<string, string>, cwd = '.') {
	const port = await freePort();
	const options = { env: { ...env, PORT: String(port) }, cwd: join(folder.path, cwd) };
	await folder.node([file], options).listening(port);
	return port;
}

async function startTwo(folder: SampleFolder, file: string, env: Record<string, string>) {
	return [await start(folder, file, env), await start(folder, file, env)] as const;
}

/** Starts a sample twice, on disks of their own. */
async function startMachines(folder: SampleFolder, address: string) {
	for (const machine of ['one', 'two']) {
		mkdirSync(join(folder.path, machine));
		folder.sample(address, `${machine}/uploads.js`);
	}
	return [
		await start(folder, 'uploads.js', {}, 'one'),
		await start(folder, 'uploads.js', {}, 'two'),
	] as const;
}

/** Pastes the check of the page, with two free ports. Returns what it prints. */
async function runCheck(folder: SampleFolder, env: Record<string, string>): Promise<string> {
	const [first, second] = [await freePort(), await freePort()];
	const ready = `for port in ${first} ${second}; do
		until curl -s -o /dev/null "http://localhost:$port/"; do sleep 0.05; done
	done`;
	const script = findBlock(PAGE, 'sh', 'kill -9')
		.replaceAll('3001', String(first))
		.replaceAll('3002', String(second))
		.replace('sleep 2', ready);
	const check = folder.start('sh', ['-c', script], {
		env: { ...shellEnvironment, ...env },
	});
	await check.exited;
	return check.stdout();
}

interface Permit {
	readonly key: string;
	readonly url: string;
}

async function startSigner(folder: SampleFolder, file = 'uploads.js') {
	const store = await startObjectStore();
	onTestFinished(() => {
		store.stop();
	});
	const port = await start(folder, file, store.env);
	const sign = (body: unknown) =>
		fetch(`http://localhost:${port}/uploads`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: body === undefined ? null : JSON.stringify(body),
		});
	return { store, sign };
}

/** What a browser does with a URL; returns the status. */
async function put(url: string, { type, size }: { type: string; size: number }, fill = 0) {
	const body = Buffer.alloc(size, fill);
	const answer = await fetch(url, { method: 'PUT', headers: { 'content-type': type }, body });
	return answer.status;
}

/** A process that reads and sets prices on demand. */
async function startPrices(folder: SampleFolder, env: Record<string, string> = {}) {
	folder.file(
		'serve-prices.js',
		`import { createServer } from 'node:http';
		import { getPrice, setPrice } from './prices.js';
		createServer(async (req, res) => {
			const [, sku, price] = req.url.split('/');
			res.end(String(await (price ? setPrice(sku, price) : getPrice(sku))));
		}).listen(process.env.PORT);`,
	);
	const port = await freePort();
	const process = folder.node(['serve-prices.js'], { env: { ...env, PORT: String(port) } });
	await process.listening(port);
	const ask = async (path: string) => (await fetch(`http://localhost:${port}/${path}`)).text();
	return {
		get: (sku: string) => ask(sku),
		set: (sku: string, price: number) => ask(`${sku}/${price}`),
		kill: () => process.kill('SIGKILL'),
	};
}
