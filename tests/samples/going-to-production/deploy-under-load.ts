import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { startProcess, type Running } from '../start-process.ts';
import { ask } from './ask.ts';
import { startLoad, type Outcomes } from './load.ts';
import { startLoadBalancer } from './load-balancer.ts';

/**
 * A server that listens at once and answers 503 until it has started up. With `GRACEFUL` it serves on
 * for a while after SIGTERM, and then finishes; without, the signal ends it.
 */
export const REPLICA = `
import { createServer } from 'node:http';
const { PORT, START_MS, ROUTING_MS, GRACEFUL } = process.env;
let ready = false;
let stopping = false;
const server = createServer((req, res) => {
  if (stopping) res.setHeader('Connection', 'close');
  if (req.url === '/readyz') res.writeHead(ready && !stopping ? 200 : 503).end();
  else if (!ready) res.writeHead(503).end();
  else setTimeout(() => res.end('ok'), 20);
}).listen(PORT, '127.0.0.1');
setTimeout(() => { ready = true; }, START_MS);
if (GRACEFUL)
  process.on('SIGTERM', () => {
    stopping = true;
    setTimeout(() => {
      server.close();
      setInterval(() => server.closeIdleConnections(), 100).unref();
    }, ROUTING_MS);
  });
`;

/** Each client sends 20 requests per second. */
const PERIOD_MS = 50;

export interface Deployment {
	/** The replicas to replace one at a time; 0 is one process that is restarted where it is. */
	readonly replicas: number;
	/** Whether a new replica gets requests, and an old one goes, only after `/readyz` said so. */
	readonly readiness: boolean;
	readonly graceful: boolean;
}

export interface Times {
	/** What a process needs to start up. */
	readonly startMs: number;
	/** After a stop, the balancer goes on with the old process so long. */
	readonly lateMs: number;
	readonly clients: number;
}

/** Replaces every process under load. `cwd` holds `replica.js`. */
export async function deployUnderLoad(
	cwd: string,
	{ replicas, readiness, graceful }: Deployment,
	{ startMs, lateMs, clients }: Times,
): Promise<Outcomes> {
	const running: Running[] = [];
	const balancer = await startLoadBalancer();

	async function start(port?: number) {
		const at = port ?? (await freePort());
		const env = {
			PORT: String(at),
			START_MS: String(startMs),
			// Well after the balancer has learned of the stop.
			ROUTING_MS: String(4 * lateMs),
			...(graceful && { GRACEFUL: 'yes' }),
		};
		const server = startProcess(process.execPath, ['replica.js'], { cwd, env });
		running.push(server);
		return { server, port: at };
	}
	async function ready(port: number): Promise<void> {
		while ((await ask(`http://127.0.0.1:${port}/readyz`)) !== 200) await delay(20);
	}

	try {
		const old = await Promise.all(Array.from({ length: replicas || 1 }, () => start()));
		for (const { port } of old) {
			await ready(port);
			balancer.add(port);
		}
		const load = startLoad(balancer.url, clients, PERIOD_MS);
		await delay(lateMs);
		if (replicas === 0) {
			const [{ server, port }] = old as [(typeof old)[0]];
			await server.kill('SIGTERM');
			await start(port);
			await ready(port);
		} else {
			const ends: Promise<unknown>[] = [];
			for (const { server, port } of old) {
				const next = await start();
				// A Pod without a readiness probe counts as ready when it runs.
				await (readiness ? ready(next.port) : next.server.listening(next.port));
				balancer.add(next.port);
				void delay(lateMs).then(() => {
					balancer.remove(port);
				});
				ends.push(server.kill('SIGTERM'));
			}
			await Promise.all(ends);
		}
		await delay(startMs + lateMs);
		return await load.stop();
	} finally {
		balancer.stop();
		await Promise.all(running.map((server) => server.kill('SIGKILL')));
	}
}
