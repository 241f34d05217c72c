import { createClient } from 'redis';
import { describe, expect } from 'vitest';
import { shellBlock, shellEnvironment } from '../shell-block.ts';
import { readSamples } from '../read-samples.ts';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { visitor, type Visitor } from './visitor.ts';
import { USERS } from './users-of-tests.ts';

const PAGE = 'security/protect-sessions';

const test = base.extend('store', async ({ redis }, { onCleanup }) => {
	const client = createClient({ url: redis.url });
	await client.connect();
	onCleanup(() => client.close());
	return client;
});

describe('the code to avoid', () => {
	test('gives the account to everybody who knew the cookie before the login', async ({
		folder,
	}) => {
		const port = await startAvoided(folder);
		const user = visitor(port);
		await user.get('/me');
		const noted = visitor(port, user.cookie());
		expect(await user.logIn()).toBe(204);
		expect(await noted.get('/me')).toBe('1');
	});

	test('sends the cookie over plain HTTP, for a month, to everybody, and accepts forms of other sites', async ({
		folder,
	}) => {
		const port = await startAvoided(folder);
		const user = visitor(port);
		await user.get('/me');
		expect(user.setCookie()).toMatch(/^connect\.sid=[^;]+; Path=\/; Expires=[^;]+; HttpOnly$/);
		const [, expires = ''] = /Expires=([^;]+)/.exec(user.setCookie()) ?? [];
		const days = (Date.parse(expires) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(29);
		const other = visitor(port);
		await other.get('/me');
		expect(other.cookie()).not.toBe(user.cookie());
		expect(await user.logIn({ 'Sec-Fetch-Site': 'cross-site' })).toBe(204);
	});
});

describe('the code to prefer', () => {
	test('sends a cookie that only this host sees, over TLS only', async ({ folder, redis }) => {
		const port = await startPreferred(folder, redis.url);
		const plain = visitor(port, undefined, { 'Sec-Fetch-Site': 'same-origin' });
		expect(await plain.logIn()).toBe(204);
		expect(plain.setCookie()).toBe('');
		const user = browser(port);
		expect(await user.logIn()).toBe(204);
		expect(user.setCookie()).toMatch(
			/^__Host-session=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
		);
	});

	test('sends no cookie behind a proxy that it does not trust', async ({ folder, redis }) => {
		const port = await startPreferred(folder, redis.url, {
			'server.js': (code) => code.replace(/^app\.set\('trust proxy'.*\n/m, ''),
		});
		const user = browser(port);
		expect(await user.logIn()).toBe(204);
		expect(user.setCookie()).toBe('');
	});

	test('gives each login a new identifier, and ends the old one', async ({
		folder,
		redis,
		store,
	}) => {
		const port = await startPreferred(folder, redis.url);
		const user = browser(port);
		await user.logIn();
		const noted = browser(port, user.cookie());
		expect(await noted.get('/me')).toBe('1');
		await user.logIn();
		expect(user.cookie()).not.toBe(noted.cookie());
		expect(await user.get('/me')).toBe('1');
		expect(await noted.get('/me')).toBe('nobody');
		expect(await store.dbSize()).toBe(1);
	});

	test('ends the session for copies of the cookie too, and lets the browser forget it', async ({
		folder,
		redis,
		store,
	}) => {
		const port = await startPreferred(folder, redis.url);
		const user = browser(port);
		await user.logIn();
		const copy = browser(port, user.cookie());
		expect(await user.post('/logout')).toBe(204);
		expect(user.setCookie()).toMatch(
			/^__Host-session=; Path=\/; Expires=[^;]+ 1970 [^;]+; Secure$/,
		);
		expect(await copy.get('/me')).toBe('nobody');
		expect(await store.dbSize()).toBe(0);
	});

	test('stores nothing for visitors, and refuses forms of other sites', async ({
		folder,
		redis,
		store,
	}) => {
		const port = await startPreferred(folder, redis.url);
		for (let n = 0; n < 100; n += 1) await browser(port).get('/me');
		for (const site of ['cross-site', 'same-site', 'none', ''])
			expect(await browser(port).logIn({ 'Sec-Fetch-Site': site })).toBe(403);
		expect(await store.dbSize()).toBe(0);
	});

	test('ends an idle session, and each request renews the time', async ({
		folder,
		redis,
		store,
	}) => {
		const port = await startPreferred(folder, redis.url);
		const user = browser(port);
		await user.logIn();
		const [key = ''] = await store.keys('shop:session:*');
		expect(await store.ttl(key)).toBeGreaterThan(29 * 60);
		await store.expire(key, 60);
		await user.get('/me');
		expect(await store.ttl(key)).toBeGreaterThan(29 * 60);
	});

	test('ends an old session, however busy it is', async ({ folder, redis }) => {
		const port = await startPreferred(folder, redis.url, {
			'session.js': (code) => code.replace('8 * 60 * 60;', '2;'),
		});
		const user = browser(port);
		await user.logIn();
		expect(await user.get('/me')).toBe('1');
		await expect.poll(() => user.get('/me'), { timeout: 10_000 }).toBe('nobody');
	});

	test('keeps sessions through a restart and a new secret', async ({ folder, redis }) => {
		const first = await startPreferred(folder, redis.url);
		const user = browser(first);
		await user.logIn();
		const secrets = { SESSION_SECRET: 'new for-tests' };
		const second = await startPreferred(folder, redis.url, {}, secrets);
		expect(await browser(second, user.cookie()).get('/me')).toBe('1');
		const third = await startPreferred(folder, redis.url, {}, { SESSION_SECRET: 'new' });
		expect(await browser(third, user.cookie()).get('/me')).toBe('nobody');
	});

	test('prints what the page prints', async ({ folder, redis, store, skip }) => {
		const port = await startPreferred(folder, redis.url);
		const blocks = readSamples().filter(({ page }) => page === PAGE);
		const printed = blocks.find(({ language }) => language === 'text')?.code ?? '';
		const logins = folder.start('sh', ['-c', shellBlock(PAGE, 'log_in', port)]);
		await logins.exited;
		expect(
			logins
				.stdout()
				.replaceAll('\r', '')
				.replace(/s%3A[^;]+/, 's%3A…'),
		).toBe(printed);

		const count = shellBlock(PAGE, 'redis-cli', port).replaceAll(
			'redis-cli ',
			`redis-cli -u ${redis.url} `,
		);
		const counted = folder.start('sh', ['-c', count], { env: shellEnvironment });
		await counted.exited;
		const [sessions, seconds] = counted.stdout().trim().split('\n').map(Number);
		skip(counted.output().includes('redis-cli'), 'needs `redis-cli`');
		expect(sessions).toBe(1);
		expect(seconds).toBeGreaterThan(29 * 60);
		expect(await store.dbSize()).toBe(1);
	});
});

/** A browser at a page of ours, behind the proxy that ends TLS. */
function browser(port: number, cookie?: string): Visitor {
	return visitor(port, cookie, {
		'Sec-Fetch-Site': 'same-origin',
		'X-Forwarded-Proto': 'https',
	});
}

function startAvoided(folder: SampleFolder): Promise<number> {
	return start(folder, 'Avoid', { SESSION_SECRET: 'for-tests' });
}

function startPreferred(
	folder: SampleFolder,
	redis: string,
	changes?: Changes,
	env?: Readonly<Record<string, string>>,
): Promise<number> {
	return start(
		folder,
		'Prefer',
		{ SESSION_SECRET: 'for-tests', REDIS_URL: redis, ...env },
		changes,
	);
}

type Changes = Readonly<Record<string, (code: string) => string>>;

async function start(
	folder: SampleFolder,
	section: string,
	env: Readonly<Record<string, string>>,
	changes: Changes = {},
): Promise<number> {
	folder.file('users.js', USERS);
	for (const name of ['session.js', 'server.js'])
		folder.sample(`${PAGE} ${section} ${name}`, name, changes[name]);
	const port = await freePort();
	await folder.node(['server.js'], { env: { ...env, PORT: String(port) } }).listening(port);
	return port;
}
