import { createServer } from 'node:net';

/**
 * A port on which nothing listens. Each worker has ports of its own, below those that the system
 * gives away by itself: a port that was free a moment ago may be another test's by now.
 */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = FIRST_PORT + worker * PORTS + (used++ % PORTS);
		if (await isFree(port)) return port;
	}
}

const FIRST_PORT = 20_000;
/** For each worker. */
const PORTS = 1000;
const worker = Number(process.env.VITEST_POOL_ID ?? 0) % 10;
let used = Math.floor(Math.random() * PORTS);

function isFree(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer().once('error', () => {
			resolve(false);
		});
		server.listen(port, () => {
			server.close(() => {
				resolve(true);
			});
		});
	});
}
