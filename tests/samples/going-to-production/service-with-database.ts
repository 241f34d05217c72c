/**
 * The application and the database around the servers of a page. Each request works 20 ms, or
 * `SLOW_MS` at `/slow`, and then needs the database.
 */
export const SERVICE = {
	'app.js': `
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { pool } from './database.js';

export async function handle(req, res) {
  const isSlow = req.url === '/slow';
  if (isSlow) writeFileSync('slow-request-runs', '');
  try {
    await sleep(isSlow ? Number(process.env.SLOW_MS ?? 1_000) : 20);
    await pool.query('SELECT 1');
    res.end('ok');
  } catch {
    res.writeHead(500).end();
  }
}
`,
	'database.js': `
// An open connection keeps a process alive.
const connection = setInterval(() => {}, 60_000);
let ended = false;
export const pool = {
  async query() {
    if (ended) throw new Error('the pool has ended');
    return { rows: [] };
  },
  async end() {
    ended = true;
    clearInterval(connection);
    console.log('database closed');
  },
};
`,
};

/** A server of this service that ends as a fragment says, which knows it as `server`. */
export function serverThat(reacts: string): string {
	return `
import { createServer } from 'node:http';
import { handle } from './app.js';
import { pool } from './database.js';
const server = createServer(handle).listen(process.env.PORT);
${reacts}`;
}

/** Lets a server of the handbook listen where `PORT` says. */
export function onAnyPort(code: string): string {
	return code.replace('listen(3000', 'listen(process.env.PORT');
}
