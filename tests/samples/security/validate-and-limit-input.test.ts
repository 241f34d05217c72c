import { describe, expect } from 'vitest';
import { shellBlock } from '../shell-block.ts';
import { readSamples } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { USERS } from './users-of-tests.ts';

const PAGE = 'security/validate-and-limit-input';

describe('the whole body into the record', () => {
	test('lets a client choose its role, its types and its prototype, and shows the hash', async ({
		folder,
	}) => {
		const port = await start(folder, 'Avoid profile.js');
		expect(await change(port, '{"name":"Ada","role":"admin"}')).toMatchObject({
			status: 200,
			body: { role: 'admin', passwordHash: 'x' },
		});
		expect(await change(port, '{"name":{"$ne":null}}')).toMatchObject({
			status: 200,
			body: { name: { $ne: null } },
		});
		expect(await change(port, '{"__proto__":{"admin":true}}')).toMatchObject({ status: 200 });
	});

	test('gives the record another prototype', () => {
		const user: { admin?: boolean } = {};
		Object.assign(user, JSON.parse('{"__proto__":{"admin":true}}'));
		expect(Object.keys(user)).toEqual([]);
		expect(user.admin).toBe(true);
	});
});

describe('a strict schema', () => {
	test('changes what it names, answers with what it names', async ({ folder }) => {
		const port = await start(folder, 'Prefer profile.js');
		expect(await change(port, '{"name":" Ada L. ","email":"l@example.com"}')).toEqual({
			status: 200,
			body: { id: '1', name: 'Ada L.', email: 'l@example.com' },
		});
	});

	test.for([
		['an unknown field', '{"name":"Ada","role":"admin"}'],
		['another type', '{"name":{"$ne":null}}'],
		['a prototype', '{"__proto__":{"admin":true}}'],
		['a constructor', '{"constructor":{"prototype":{"admin":true}}}'],
		['half a body', '{"name":"A'],
		['another format', 'name=Ada', 'application/x-www-form-urlencoded'],
	])('refuses %s', async ([, body = '', type], { folder }) => {
		const port = await start(folder, 'Prefer profile.js');
		expect(await change(port, body, type)).toMatchObject({ status: 400 });
		const { body: after } = await change(port, '{}');
		expect(after).toEqual({ id: '1', name: 'Ada', email: 'ada@example.com' });
	});

	test('prints what the page prints', async ({ folder }) => {
		const port = await start(folder, 'Prefer profile.js');
		await runBlock(folder, 'send()', port);
	});
});

describe('Fastify', () => {
	const order = '{"sku":"A-1","quantity":2}';

	test('answers with the fields of its schema', async ({ folder }) => {
		const port = await start(folder, 'Prefer orders.js');
		const { status, body } = await post(port, '/orders', order);
		expect({ status, body }).toEqual({
			status: 201,
			body: { id: expect.any(String) as string, sku: 'A-1', quantity: 2 },
		});
	});

	test.for([
		['an unknown field', '{"sku":"A-1","quantity":2,"price":0}', 400],
		['another type', '{"sku":"A-1","quantity":"2"}', 400],
		['a prototype', '{"sku":"A-1","quantity":2,"__proto__":{"admin":true}}', 400],
		['a large body', JSON.stringify({ sku: 'A'.repeat(20_000), quantity: 2 }), 413],
	] as const)('refuses %s', async ([, body, status], { folder }) => {
		const port = await start(folder, 'Prefer orders.js');
		expect(await post(port, '/orders', body)).toMatchObject({ status });
	});

	test('without these options accepts another type and an unknown field', async ({ folder }) => {
		const defaults = (code: string) => code.replace('ajv: { customOptions: strict },', '');
		const port = await start(folder, 'Prefer orders.js', {}, defaults);
		const body = '{"sku":"A-1","quantity":"2","price":0}';
		expect(await post(port, '/orders', body)).toMatchObject({ status: 201, body: { quantity: 2 } });
	});
});

describe('a limit', () => {
	test('has no effect on clients that write their own address', async ({ folder }) => {
		const port = await start(folder, 'Avoid login.js');
		expect(await logIn(port, 20)).toEqual(Array<number>(20).fill(401));
	});

	test('counts an address that clients cannot write, on all instances together', async ({
		folder,
		redis,
	}) => {
		const env = { REDIS_URL: redis.url };
		const ports = [
			await start(folder, 'Prefer login.js', env),
			await start(folder, 'Prefer login.js', env),
		];
		const answers = [...(await logIn(ports[0]!, 3)), ...(await logIn(ports[1]!, 17))];
		expect(answers).toEqual([...Array<number>(5).fill(401), ...Array<number>(15).fill(429)]);
		const { headers } = await fetch(`http://localhost:${ports[0]}/login`, {
			method: 'POST',
			headers: { 'X-Forwarded-For': '203.0.113.7' },
		});
		expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
	});

	test('still exists without Redis', async ({ folder, redis }) => {
		const port = await start(folder, 'Prefer login.js', { REDIS_URL: redis.url });
		await logIn(port, 1);
		await redis.stop();
		const answers = await logIn(port, 20);
		expect(answers.filter((status) => status === 401)).toHaveLength(5);
		expect(answers.at(-1)).toBe(429);
	});

	test('prints what the page prints', async ({ folder, redis }) => {
		const port = await start(folder, 'Prefer login.js', { REDIS_URL: redis.url });
		await runBlock(folder, 'X-Forwarded-For', port);
	});
});

/** Starts a sample, and returns its port. */
async function start(
	folder: SampleFolder,
	sample: string,
	env: Readonly<Record<string, string>> = {},
	change?: (code: string) => string,
): Promise<number> {
	folder.file('users.js', USERS);
	folder.sample(`${PAGE} ${sample}`, 'sample.js', change);
	const port = await freePort();
	await folder.node(['sample.js'], { env: { ...env, PORT: String(port) } }).listening(port);
	return port;
}

function change(port: number, body: string, type?: string) {
	return send(port, 'PATCH', '/users/1', body, type);
}

function post(port: number, path: string, body: string) {
	return send(port, 'POST', path, body);
}

async function send(
	port: number,
	method: string,
	path: string,
	body: string,
	type = 'application/json',
): Promise<{ status: number; body: unknown }> {
	const headers = { 'Content-Type': type };
	const answer = await fetch(`http://localhost:${port}${path}`, { method, headers, body });
	const isJson = answer.headers.get('Content-Type')?.includes('json');
	return { status: answer.status, body: isJson ? await answer.json() : undefined };
}

/** Login attempts of one client: the left end of the list is its own, the right end the proxy's. */
async function logIn(port: number, attempts: number): Promise<number[]> {
	const statuses: number[] = [];
	for (let n = 0; n < attempts; n += 1) {
		const headers = { 'X-Forwarded-For': `10.0.${port % 250}.${n}, 203.0.113.7` };
		const answer = await fetch(`http://localhost:${port}/login`, { method: 'POST', headers });
		statuses.push(answer.status);
	}
	return statuses;
}

/** Pastes a shell block of the page, and expects the output that the page prints after it. */
async function runBlock(folder: SampleFolder, containing: string, port: number): Promise<void> {
	const blocks = readSamples().filter(({ page }) => page === PAGE);
	const expected = blocks[blocks.findIndex(({ code }) => code.includes(containing)) + 1];
	const shell = folder.start('sh', ['-c', shellBlock(PAGE, containing, port)]);
	await shell.exited;
	expect(shell.stdout()).toBe(expected?.code);
}
