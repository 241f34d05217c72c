import { connect } from 'node:net';
import { describe, expect } from 'vitest';
import { parse } from 'yaml';
import { shellEnvironment } from '../shell-block.ts';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { ask } from './ask.ts';
import { findBlock } from '../find-block.ts';
import { onAnyPort } from './service-with-database.ts';

const PAGE = 'going-to-production/probe-liveness-and-readiness';
/** Ends when a file `go` appears; fails when it says so. */
const WARM_UP = `
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
export async function warmUp() {
  while (!existsSync('go')) await sleep(20);
  if (readFileSync('go', 'utf8') === 'fail') throw new Error('no templates');
}`;

describe('while the database is silent', () => {
	test('the one answer for both questions does not come', async ({ folder }) => {
		folder.file(
			'server.js',
			`import express from 'express';
			const pool = { query: () => new Promise(() => {}) };
			const app = express();
			app.get('/', (req, res) => res.send('a page without the database'));
			${findBlock(PAGE, 'js', "app.get('/health'")}
			app.listen(process.env.PORT);`,
		);
		const url = await start(folder);
		expect(await ask(`${url}/`)).toBe(200);
		expect(await ask(`${url}/health`, { limit: 500 })).toBe('ABORT_ERR');
	});

	test('the two constant answers do', async ({ folder }) => {
		preferred(folder);
		folder.file('go', '');
		folder.file('app.js', 'export function handle() { /* waits for the database */ }');
		const url = await start(folder);
		const waiting = ask(`${url}/`, { limit: 500 });
		expect(await ask(`${url}/livez`)).toBe(200);
		await expect.poll(() => ask(`${url}/readyz`)).toBe(200);
		expect(await waiting).toBe('ABORT_ERR');
	});
});

describe('the preferred server', () => {
	test('is ready between its start-up and SIGTERM, as the check prints', async ({ folder }) => {
		const port = await freePort();
		preferred(folder);
		const url = `http://localhost:${port}`;
		const until = (path: string, status: number) =>
			`until [ "$(curl -s -o /dev/null -w '%{http_code}' ${url}/${path})" = ${status} ]; do sleep 0.05; done`;
		const waits = [
			`${until('livez', 200)};`,
			`touch go; ${until('readyz', 200)};`,
			`${until('readyz', 503)};`,
		];
		const check = findBlock(PAGE, 'sh', 'kill -TERM')
			.replaceAll('3000', String(port))
			.replaceAll(/sleep [\d.]+;?/g, () => waits.shift()!);
		expect(waits).toEqual([]);
		const shell = folder.start('sh', ['-c', `${check}\nkill -KILL "$pid"`], {
			env: { ...shellEnvironment, PORT: String(port) },
		});
		await shell.exited;
		expect(shell.stdout()).toBe(findBlock(PAGE, 'text', 'readyz 503'));
	});

	test('never gets ready after a SIGTERM during its start-up', async ({ folder }) => {
		preferred(folder);
		const { url, server } = await startServer(folder);
		process.kill(server.pid, 'SIGTERM');
		await ask(`${url}/`);
		folder.file('go', '');
		await server.printed(/warm/);
		expect(await ask(`${url}/readyz`)).toBe(503);
		expect(await ask(`${url}/livez`)).toBe(200);
	});

	test('ends with code 1 where the start-up fails', async ({ folder }) => {
		preferred(folder);
		const { server } = await startServer(folder);
		folder.file('go', 'fail');
		expect(await server.exited).toMatchObject({ code: 1 });
	});

	test('works as a middleware of Express', async ({ folder }) => {
		folder.sample(`${PAGE} Prefer health.js`);
		folder.file(
			'server.js',
			`import express from 'express';
			import { answerProbe, setReady } from './health.js';
			const app = express();
			app.use((req, res, next) => answerProbe(req, res) || next());
			app.use((req, res, next) => { console.log('access ' + req.url); next(); });
			app.get('/', (req, res) => { setReady(true); res.send('ok'); });
			app.listen(process.env.PORT);`,
		);
		const { url, server } = await startServer(folder);
		expect(await ask(`${url}/readyz`)).toBe(503);
		expect(await ask(`${url}/`)).toBe(200);
		expect(await ask(`${url}/readyz`)).toBe(200);
		expect(await ask(`${url}/livez`)).toBe(200);
		await server.printed(/access \//);
		expect(server.output()).toBe('access /\n');
	});
});

test('a computation delays the probe of a healthy process', async ({ folder }) => {
	preferred(folder);
	folder.file('go', '');
	folder.file(
		'app.js',
		`export function handle(req, res) {
			console.log('computing');
			const end = performance.now() + 1_000;
			while (performance.now() < end);
			res.end();
		}`,
	);
	const { url, server } = await startServer(folder);
	const computing = ask(`${url}/`);
	await server.printed(/computing/);
	expect(await ask(`${url}/livez`, { limit: 300 })).toBe('ABORT_ERR');
	expect(await ask(`${url}/livez`, { limit: 10_000 })).toBe(200);
	expect(await computing).toBe(200);
});

test('Fastify listens on localhost only, until it is told otherwise', async ({ folder, skip }) => {
	skip(process.platform !== 'linux', 'needs a second address of this machine');
	const avoided = findBlock(PAGE, 'js', 'app.listen({ port: 3000 })').replace(
		'3000',
		'process.env.PORT',
	);
	const reachable = async (code: string) => {
		folder.file('server.js', `import fastify from 'fastify';\nconst app = fastify();\n${code}`);
		const { url } = await startServer(folder);
		return new Promise((resolve) => {
			// Another address of this machine.
			const socket = connect(Number(new URL(url).port), '127.0.0.2');
			socket.once('connect', () => {
				socket.destroy();
				resolve(true);
			});
			socket.once('error', ({ code: error }: NodeJS.ErrnoException) => {
				resolve(error);
			});
		});
	};
	expect(await reachable(avoided)).toBe('ECONNREFUSED');
	expect(await reachable(avoided.replace(' }', ", host: '0.0.0.0' }"))).toBe(true);
});

test('the probes act after the times that their comments name', () => {
	const code = findBlock(PAGE, 'yaml', 'startupProbe');
	const probes = parse(code) as Record<string, { periodSeconds: number; failureThreshold: number }>;
	const seconds = Object.values(probes).map((p) => p.periodSeconds * p.failureThreshold);
	const promised = [...code.matchAll(/^\w+: # \D*(\d+) s/gm)].map(([, number]) => Number(number));
	expect(seconds).toEqual(promised);
	expect(promised).toHaveLength(3);
});

/** Writes the sample with a start-up that waits for `go`. */
function preferred(folder: SampleFolder): void {
	folder.sample(`${PAGE} Prefer health.js`);
	folder.sample(`${PAGE} Prefer server.js`, undefined, (code) =>
		onAnyPort(code).replace('await warmUp();', `await warmUp();\nconsole.error('warm');`),
	);
	folder.file('warm-up.js', WARM_UP);
	folder.file('app.js', 'export function handle(req, res) { res.end(); }');
}

async function startServer(folder: SampleFolder) {
	const port = await freePort();
	const server = folder.node(['server.js'], { env: { PORT: String(port) } });
	await server.listening(port);
	return { server, url: `http://localhost:${port}` };
}

async function start(folder: SampleFolder): Promise<string> {
	return (await startServer(folder)).url;
}
