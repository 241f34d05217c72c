import { dirname } from 'node:path';
import { describe, expect } from 'vitest';
import { readSamples } from '../read-samples.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { CONTINUES, LEAKING_POOL, SLOW_SERVER, UNKNOWN_ERRORS } from './unknown-errors.ts';

const PAGE = 'reliability/crash-on-unknown-errors';

describe.for(Object.entries(UNKNOWN_ERRORS))('where %s', ([, code]) => {
	test('the process ends with exit code 1', async ({ folder }) => {
		folder.file('main.js', code + CONTINUES);
		const main = folder.node(['main.js']);
		expect((await main.exited).code).toBe(1);
		expect(main.stdout()).toBe('');
	});

	test('it continues after a listener that only logs', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid listeners.js`);
		folder.file('main.js', code + CONTINUES);
		const main = folder.node(['--import', './listeners.js', 'main.js']);
		expect((await main.exited).code).toBe(0);
		expect(main.stdout()).toContain('continues');
	});

	test('one fatal line tells why it ended', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer crash.js`);
		folder.file('main.js', code + CONTINUES);
		const main = folder.node(['--import', './crash.js', 'main.js']);
		expect((await main.exited).code).toBe(1);
		const lines = main.stdout().trim().split('\n');
		expect(lines).toHaveLength(1);
		expect(JSON.parse(lines[0]!)).toMatchObject({ level: 60, err: { message: 'unknown' } });
	});
});

test('a listener that only logs leaves a server that is alive and answers nobody', async ({
	folder,
}) => {
	folder.sample(`${PAGE} Avoid listeners.js`);
	folder.file('server.js', LEAKING_POOL);
	const port = await freePort();
	const server = folder.node(['--import', './listeners.js', 'server.js'], {
		env: { PORT: String(port) },
	});
	await server.listening(port);
	expect(await ask(port, '/')).toBe(200);
	await Promise.all(Array.from({ length: 5 }, () => ask(port, '/bug', 200)));
	expect(await ask(port, '/', 500)).toBe('TimeoutError');
	expect(await ask(port, '/livez')).toBe(200);
});

test('with `strict`, a rejection ends the process in spite of a listener', async ({ folder }) => {
	folder.file('main.js', `process.on('unhandledRejection', () => {}); Promise.reject(1);`);
	expect((await folder.node(['main.js']).exited).code).toBe(0);
	const strict = folder.node(['--unhandled-rejections=strict', 'main.js']);
	expect((await strict.exited).code).toBe(1);
});

describe('malformed JSON', () => {
	test('ends a server whose handler rejects', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid orders.js`);
		const { port, server } = await startOrders(folder);
		expect(await order(port, '{"sku":"lamp"}')).toBe('200 Ordered lamp');
		await order(port, 'not JSON');
		expect((await server.exited).code).toBe(1);
	});

	test('is answered where it is expected', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer orders.js`);
		const { port } = await startOrders(folder);
		expect(await order(port, 'not JSON')).toMatch(/^400 /);
		expect(await order(port, '{}')).toMatch(/^400 /);
		expect(await order(port, JSON.stringify({ sku: 'x'.repeat(110_000) }))).toMatch(/^413 /);
		expect(await order(port, '{"sku":"lamp"}')).toBe('200 Ordered lamp');
	});
});

test('Express answers 500 for a handler that rejects, and continues', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer orders.js`, undefined, (code) =>
		code.replace('const sku', `if (req.body.bug) throw new Error('bug');\n  const sku`),
	);
	const { port } = await startOrders(folder);
	expect(await order(port, '{"bug":true}')).toMatch(/^500 /);
	expect(await order(port, '{"sku":"lamp"}')).toBe('200 Ordered lamp');
});

test('`captureRejections` sends the rejection of a listener to the error event', async ({
	folder,
}) => {
	folder.file(
		'main.js',
		`import { EventEmitter } from 'node:events';
const stock = new EventEmitter({ captureRejections: true });
stock.on('error', (error) => console.log(error.message));
stock.on('low', async () => { throw new Error('expected'); });
stock.emit('low');`,
	);
	const main = folder.node(['main.js']);
	expect((await main.exited).code).toBe(0);
	expect(main.stdout()).toBe('expected\n');
});

describe('requests that run when the error happens', () => {
	test('are cut by the plain crash', async ({ folder }) => {
		folder.file('main.js', SLOW_SERVER);
		const { answers, main } = await crashDuringRequests(folder);
		expect(await answers).toEqual(Array(10).fill('cut'));
		expect((await main.exited).code).toBe(1);
	});

	test('finish while the process drains, and the crash is logged once', async ({ folder }) => {
		writeDraining(folder);
		const { answers, main } = await crashDuringRequests(folder);
		expect(await answers).toEqual(Array(10).fill(200));
		expect((await main.exited).code).toBe(1);
		expect(main.stdout().match(/"level":60/g)).toHaveLength(1);
	});

	test('are cut at the limit', async ({ folder }) => {
		writeDraining(folder, (code) => code.replace('5_000', '300'));
		const { answers, main } = await crashDuringRequests(folder, { WORK_MS: '60000' });
		expect(await answers).toEqual(Array(10).fill('cut'));
		expect((await main.exited).code).toBe(1);
	});

	test('are cut by a second unknown error', async ({ folder }) => {
		writeDraining(folder);
		const { answers, main } = await crashDuringRequests(folder, { WORK_MS: '60000' });
		await main.printed(/"level":60/);
		process.kill(main.pid, 'SIGUSR2');
		expect(await answers).toEqual(Array(10).fill('cut'));
		const { code, after } = await main.exited;
		expect(code).toBe(1);
		expect(after).toBeLessThan(5_000);
	});
});

describe('the check', () => {
	const { code } = readSamples().find(
		({ page, section, language }) =>
			page === PAGE && section === 'How to check' && language === 'sh',
	)!;
	const STAGED = `
import { writeFileSync } from 'node:fs';
writeFileSync('started', '');
setInterval(() => {}, 1_000);`;

	test('ends with one fatal line and exit code 1', async ({ folder }) => {
		folder.file('server.js', STAGED);
		const check = await runCheck(folder, code);
		expect(check.match(/"level":60/g)).toHaveLength(1);
		expect(check).toContain('exit code 1\n');
	});

	test('does not end where a listener removed the crash', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid listeners.js`);
		folder.file(
			'server.js',
			`import './listeners.js';${STAGED}
process.on('SIGUSR2', () => setTimeout(() => process.exit(0), 300));`,
		);
		const check = await runCheck(folder, code);
		expect(check).not.toContain('"level":60');
		expect(check).toContain('exit code 0\n');
	});
});

async function runCheck(folder: SampleFolder, code: string) {
	folder.sample(`${PAGE} Prefer crash.js`);
	folder.sample(`${PAGE} How to check fault.js`);
	const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
	const patient = code.replace('sleep 1', 'until [ -e started ]; do sleep 0.05; done');
	const check = folder.start('sh', ['-c', patient], { env });
	await check.exited;
	return check.output();
}

async function startOrders(folder: SampleFolder) {
	const port = await freePort();
	const server = folder.node(['orders.js'], { env: { PORT: String(port) } });
	await server.listening(port);
	return { port, server };
}

async function order(port: number, body: string): Promise<string> {
	const headers = { 'content-type': 'application/json' };
	return fetch(`http://localhost:${port}/orders`, { method: 'POST', headers, body }).then(
		async (answer) => `${answer.status} ${(await answer.text()).trim()}`,
		() => 'cut',
	);
}

function writeDraining(folder: SampleFolder, change?: (code: string) => string) {
	folder.sample(`${PAGE} Prefer crash.js`);
	folder.sample(`${PAGE} Prefer drain.js`, undefined, change);
	folder.file('server.js', SLOW_SERVER);
	folder.file(
		'main.js',
		`import './crash.js';
import { drainOnCrash } from './drain.js';
import { server } from './server.js';
drainOnCrash(server);`,
	);
}

/** Starts `main.js`, and lets it meet the error while it answers ten requests. */
async function crashDuringRequests(folder: SampleFolder, env: Record<string, string> = {}) {
	const port = await freePort();
	const main = folder.node(['main.js'], { env: { PORT: String(port), ...env } });
	await main.listening(port);
	const answers = Promise.all(
		Array.from({ length: 10 }, async () => {
			const answer = await ask(port, '/', 30_000);
			return answer === 200 ? answer : 'cut';
		}),
	);
	await main.printed(/(?:request\n[^]*){10}/);
	process.kill(main.pid, 'SIGUSR2');
	return { answers, main };
}

/** The status, or the name of what came instead of one. */
async function ask(port: number, path: string, limit = 10_000): Promise<number | string> {
	return fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(limit) }).then(
		({ status }) => status,
		(error: unknown) => (error as Error).name,
	);
}
