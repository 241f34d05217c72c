import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createSilent, type AddressInfo, type Server } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'redis';
import { findRedis } from '../start-redis.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { measureFolder } from '../measure-folder.ts';
import { startRelay } from './start-relay.ts';

async function portOf(server: Server): Promise<number> {
	if (!server.listening) await once(server.listen(0, '127.0.0.1'), 'listening');
	return (server.address() as AddressInfo).port;
}
const silent = createSilent(() => undefined);
const silentUrl = `http://127.0.0.1:${await portOf(silent)}`;

/** Name and code of what came instead of a value, and when. */
async function failure(work: Promise<unknown>): Promise<string> {
	const began = performance.now();
	const end = await work.then(
		() => 'success',
		(error: unknown) => {
			const { name, cause } = error as Error;
			return [name, (cause as NodeJS.ErrnoException | undefined)?.code].filter(Boolean).join(' ');
		},
	);
	return `${end} after ${((performance.now() - began) / 1_000).toFixed(2)} s`;
}
const unlimited = failure(fetch(silentUrl));

const { keepAliveTimeout, headersTimeout, requestTimeout, ...server } = createServer();
console.log(
	`server defaults: ${JSON.stringify({ keepAliveTimeout, keepAliveTimeoutBuffer: (server as { keepAliveTimeoutBuffer?: number }).keepAliveTimeoutBuffer, headersTimeout, requestTimeout })}`,
);

// Ten connections to a database; a request keeps its own while it waits for the silent service.
const POOL = `
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
let free = 10;
const waiting = [];
createServer(async (req, res) => {
  if (free > 0) free -= 1;
  else await new Promise((resolve) => waiting.push(resolve));
  try {
    if (req.url === '/silent')
      await fetch(process.env.SILENT, { signal: process.env.MS && AbortSignal.timeout(process.env.MS) });
    else await sleep(5);
    res.end('ok');
  } catch {
    res.writeHead(504).end();
  }
  if (waiting.length > 0) waiting.shift()();
  else free += 1;
}).listen(process.env.PORT);
`;
const cwd = measureFolder({ 'pool.js': POOL });
async function exhaustPool(name: string, env: Record<string, string>): Promise<void> {
	const port = await freePort();
	const pool = startProcess(process.execPath, ['pool.js'], {
		cwd,
		env: { PORT: String(port), SILENT: silentUrl, ...env },
	});
	await pool.listening(port);
	const ask = async (path: string, limit: number) =>
		fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(limit) }).then(
			({ status }) => status,
			(error: unknown) => (error as Error).name,
		);
	const slow: Promise<unknown>[] = [];
	const quick: Promise<unknown>[] = [];
	for (let i = 0; i < 100; i += 1) {
		slow.push(ask('/silent', 15_000));
		await delay(50);
		quick.push(ask('/quick', 1_000));
		await delay(50);
	}
	const answered = (await Promise.all(quick)).filter((status) => status === 200).length;
	console.log(
		`pool, ${name}: silent ${[...new Set(await Promise.all(slow))].join(', ')}; quick ${answered} of 100 within 1 s`,
	);
	await pool.kill('SIGKILL');
}
await exhaustPool('fetch without a deadline', {});
await exhaustPool('deadline of 0.5 s', { MS: '500' });
console.log(
	`fetch with a deadline of 0.5 s: ${await failure(fetch(silentUrl, { signal: AbortSignal.timeout(500) }))}`,
);

/** 100 requests through nginx, each about 6 s after the last use of its connection. */
async function reuseAfterSixSeconds(method: string, keepAlive: number | undefined): Promise<void> {
	const behind = createServer((request, response) => {
		request.resume().once('end', () => setTimeout(() => response.end('ok'), 500));
	});
	if (keepAlive) behind.keepAliveTimeout = keepAlive;
	const relay = await startRelay(await portOf(behind), 25);
	const port = await freePort();
	const folder = measureFolder({});
	mkdirSync(`${folder}/temp`);
	writeFileSync(
		`${folder}/nginx.conf`,
		`pid ${folder}/pid; daemon off; events {}
http {
  access_log off; client_body_temp_path temp; proxy_temp_path temp;
  fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  upstream web { server 127.0.0.1:${relay.port}; keepalive 200; }
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://web; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}`,
	);
	const nginx = startProcess('nginx', ['-p', folder, '-e', 'stderr', '-c', `${folder}/nginx.conf`]);
	await nginx.listening(port);
	const ask = async () => {
		const body = method === 'POST' ? 'x' : null;
		const answer = await fetch(`http://127.0.0.1:${port}/`, { method, body });
		await answer.text();
		return answer.status;
	};
	const all = Array.from({ length: 100 }, (_, index) => index);
	await Promise.all(all.map(ask));
	const statuses = await Promise.all(all.map(async (i) => (await delay(5_900 + 2 * i), ask())));
	const failed = statuses.filter((status) => status === 502).length;
	const reasons = new Set(nginx.output().match(/upstream prematurely[a-z ]+|recv\(\) failed/g));
	console.log(
		`nginx, ${method}, keepAliveTimeout ${keepAlive ?? 'default'}: ${failed} of 100 with 502 (${[...reasons].join('; ')})`,
	);
	await nginx.kill('SIGTERM');
	relay.stop();
	behind.close();
	behind.closeAllConnections();
}
if (spawnSync('nginx', ['-v']).status === 0) {
	await reuseAfterSixSeconds('POST', undefined);
	await reuseAfterSixSeconds('GET', undefined);
	await reuseAfterSixSeconds('POST', 65_000);
}

{
	const short = createServer({ connectionsCheckingInterval: 100 }, (_, response) =>
		response.end('ok'),
	);
	short.headersTimeout = 1_000;
	const socket = connect(await portOf(short), '127.0.0.1');
	let answers = '';
	socket.setEncoding('utf8').on('data', (text: string) => (answers += text));
	const ask = () => socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	ask();
	await delay(3_000);
	ask();
	await delay(500);
	console.log(
		`headersTimeout 1 s, second request after 3 s: ${answers.match(/HTTP\/1.1 \d+/g)?.at(1)}`,
	);
	const began = performance.now();
	await once(socket, 'end');
	const idle = (performance.now() - began + 500) / 1_000;
	console.log(`idle connection closed after: ${idle.toFixed(1)} s`);
	short.close();
}

if (findRedis()) {
	const port = await freePort();
	const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', cwd]);
	await once(redis.stdout, 'data');
	const url = `redis://127.0.0.1:${port}`;
	const client = async (options: Parameters<typeof createClient>[0]) => {
		const made = createClient({ url, ...options });
		made.on('error', () => undefined);
		for (;;)
			try {
				return await made.connect();
			} catch {
				await delay(50);
			}
	};
	const plain = await client({});
	const timed = await client({ commandOptions: { timeout: 500 } });
	const socket = { socketTimeout: 500 };
	const quiet = await client({ socket });
	const busy = await client({ socket });
	const chatter = setInterval(() => void busy.get('b').catch(() => undefined), 100);
	redis.kill('SIGSTOP');
	const wait = async (work: Promise<unknown>) =>
		failure(
			Promise.race([work, delay(5_000).then(() => Promise.reject(new Error('none within 5 s')))]),
		);
	const ends = await Promise.all([
		wait(plain.get('a')),
		wait(timed.get('a')),
		wait(plain.withAbortSignal(AbortSignal.timeout(500)).get('a')),
		wait(quiet.get('a')),
		wait(busy.get('a')),
	]);
	const names = ['no limit', 'commandOptions.timeout', 'withAbortSignal', 'socketTimeout'];
	for (const [index, end] of ends.entries())
		console.log(`stopped Redis, ${names[index] ?? 'socketTimeout, other commands follow'}: ${end}`);
	clearInterval(chatter);
	redis.kill('SIGKILL');
}

console.log('waiting for a fetch without a deadline, at most 5 minutes');
console.log(`fetch without a deadline: ${await unlimited}`);
process.exit();
