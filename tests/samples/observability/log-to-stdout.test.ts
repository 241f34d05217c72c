import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { shellBlock, shellEnvironment } from '../shell-block.ts';

const PAGE = 'observability/log-to-stdout';

describe('a log file of your own', () => {
	test('ends the service when the disk is full', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid file-log.js`);
		const { server, port } = await start(folder, 'file-log.js', { LOG_FILE: '/dev/full' });
		expect(await (await fetch(`http://localhost:${port}/`)).text()).toBe('ok\n');
		expect((await server.exited).code).toBe(1);
		expect(server.output()).toContain('ENOSPC');
	});

	test('follows a renamed file, and the platform sees nothing', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid file-log.js`);
		const { server, port } = await start(folder, 'file-log.js');
		const [file, renamed] = ['app.log', 'app.log.1'].map((name) => join(folder.path, name));
		await fetch(`http://localhost:${port}/before`);
		await expect.poll(() => existsSync(file!)).toBe(true);
		renameSync(file!, renamed!);
		await fetch(`http://localhost:${port}/after`);
		await expect.poll(() => readFileSync(renamed!, 'utf8')).toMatch(/before[^]*after/);
		expect(existsSync(file!)).toBe(false);
		expect(server.output()).toBe('');
	});
});

test('the console prints a login over many lines, with a forged one and the password', async ({
	folder,
}) => {
	folder.sample(`${PAGE} Avoid console-log.js`);
	const { server, port } = await start(folder, 'console-log.js');
	const forged = '{"level":30,"msg":"login of the owner"}';
	await logIn(port, { name: `me\n${forged}\n`, password: 'canary', address: { city: 'Here' } });
	await server.printed(/city/);
	const lines = server.stdout().trimEnd().split('\n');
	expect(lines).toHaveLength(7);
	expect(lines).toContain(forged);
	expect(server.stdout()).toContain('canary');
});

test('`console.log` before `process.exit` loses lines that pino keeps', async ({ folder }) => {
	folder.file(
		'exit.js',
		`import pino from 'pino';
		const logger = pino();
		const write = (event) =>
			process.argv[2] === 'pino' ? logger.info(event) : console.log(JSON.stringify(event));
		for (let i = 0; i < 2000; i++) write({ text: 'x'.repeat(200) });
		process.exit(1);\n`,
	);
	const arrived = async (logger: string) => {
		const command = `"${process.execPath}" exit.js ${logger} | { sleep 0.5; wc -l; }`;
		const shell = folder.start('sh', ['-c', command]);
		await shell.exited;
		return Number(shell.stdout());
	};
	const [console, pino] = await Promise.all([arrived('console'), arrived('pino')]);
	expect(console).toBeLessThan(1000);
	expect(pino).toBe(2000);
});

describe('one logger', () => {
	test('redacts at the depth of its paths only', async ({ folder }) => {
		const [top, one, two] = await logged(
			folder,
			`logger.info({ password: 'p' });
			logger.info({ user: { password: 'p' } });
			logger.info({ order: { user: { password: 'p' } } });`,
		);
		expect(top).toMatchObject({ password: '[Redacted]' });
		expect(one).toMatchObject({ user: { password: '[Redacted]' } });
		expect(two).toMatchObject({ order: { user: { password: 'p' } } });
	});

	test('with `*.password` alone does not hide a password at the top', async ({ folder }) => {
		const [top, one] = await logged(
			folder,
			`logger.info({ password: 'p' }); logger.info({ user: { password: 'p' } });`,
			(code) => code.replace("    'password',\n", ''),
		);
		expect(top).toMatchObject({ password: 'p' });
		expect(one).toMatchObject({ user: { password: '[Redacted]' } });
	});

	test('keeps an error in one line only under the name `err`', async ({ folder }) => {
		const [err, error, last] = await logged(
			folder,
			`const failure = new Error('declined', { cause: new Error('ECONNRESET') });
			logger.error({ err: failure }, 'payment failed');
			logger.error({ error: failure }, 'payment failed');
			logger.error('payment failed', failure);`,
		);
		expect(err).toMatchObject({
			level: 50,
			err: { type: 'Error', stack: expect.stringMatching(/declined[^]*ECONNRESET/) as string },
		});
		expect(error).toMatchObject({ error: {} });
		expect(JSON.stringify([error, last])).not.toContain('declined');
	});

	test('refuses an unknown level', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer logger.js`);
		const logger = folder.node(['logger.js'], { env: { LOG_LEVEL: 'loud' } });
		expect((await logger.exited).code).toBe(1);
	});
});

test('the check prints chosen fields, one line per event, and no secret', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer logger.js`);
	folder.sample(`${PAGE} Prefer server.js`);
	const port = await freePort();
	const env = { ...shellEnvironment, PORT: String(port) };
	const check = folder.start('sh', ['-c', shellBlock(PAGE, 'canary-4', port)], { env });
	await check.exited;
	expect(check.stdout()).toBe('[30,"login"]\n[30,"request completed"]\n0\n');
	const events = readFileSync(join(folder.path, 'events.ndjson'), 'utf8').trim().split('\n');
	expect(JSON.parse(events[0]!)).toMatchObject({
		user: 'two\nlines',
		req: { method: 'POST', path: '/login' },
	});
	expect(JSON.parse(events[1]!)).toMatchObject({ res: { statusCode: 204 } });
});

/** What a script logs with the page's logger. */
async function logged(folder: SampleFolder, script: string, change?: (code: string) => string) {
	folder.sample(`${PAGE} Prefer logger.js`, 'logger.js', change);
	folder.file('script.js', `import { logger } from './logger.js';\n${script}\n`);
	const running = folder.node(['script.js']);
	expect((await running.exited).code).toBe(0);
	const lines = running.stdout().trimEnd().split('\n');
	return lines.map((line) => JSON.parse(line) as unknown);
}

async function start(folder: SampleFolder, file: string, env: Record<string, string> = {}) {
	const port = await freePort();
	const server = folder.node([file], { env: { ...env, PORT: String(port) } });
	await server.listening(port);
	return { server, port };
}

async function logIn(port: number, body: unknown) {
	const headers = { 'content-type': 'application/json' };
	const options = { method: 'POST', headers, body: JSON.stringify(body) };
	expect((await fetch(`http://localhost:${port}/login`, options)).status).toBe(204);
}
