import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess, type Running } from '../start-process.ts';
import { ask } from './ask.ts';
import { findBlock } from '../find-block.ts';
import { onAnyPort } from './service-with-database.ts';

const PAGE = 'going-to-production/probe-liveness-and-readiness';
// The default rules of Kubernetes.
const PERIOD_S = 10;
const TIMEOUT_MS = 1_000;
const FAILURES = 3;
/** Seconds of the outage at which each replica is asked first; real phases are random. */
const PHASES = [3, 6, 9.9];
const OUTAGE_S = 45;

const QUERY = `async (req, res) => { await pool.query('SELECT 1'); res.send('ok'); }`;
const cwd = measureFolder({
	'health.js': sampleCode(`${PAGE} Prefer health.js`),
	'server.js': onAnyPort(sampleCode(`${PAGE} Prefer server.js`)),
	'warm-up.js': 'export async function warmUp() {}',
	'app.js': `
export function handle(req, res) {
  const end = performance.now() + 1_500;
  while (performance.now() < end);
  res.end();
}`,
	'one-answer.js': express(findBlock(PAGE, 'js', "app.get('/health'")),
	'query.js': express(`
app.get('/livez', (req, res) => res.send('ok'));
app.get('/readyz', ${QUERY});`),
	'database.js': `
import { once } from 'node:events';
import { connect } from 'node:net';
export const pool = {
  async query(text) {
    const connection = connect(process.env.DATABASE_PORT, '127.0.0.1');
    connection.write(text);
    const [answer] = await once(connection, 'data');
    connection.destroy();
    return answer;
  },
};`,
});

function express(routes: string): string {
	return `
import express from 'express';
import { pool } from './database.js';
const app = express();
${routes}
app.listen(process.env.PORT);`;
}

await measureComputation();

// A database that accepts connections and, during the outage, answers nobody.
let silent = false;
const waiting = new Set<Socket>();
const database = createServer((socket) => {
	socket.on('error', () => undefined).on('close', () => waiting.delete(socket));
	socket.on('data', () => (silent ? void waiting.add(socket) : void socket.write('1')));
});
await once(database.listen(0, '127.0.0.1'), 'listening');
const env = { DATABASE_PORT: String((database.address() as AddressInfo).port) };

console.log(`waiting for an outage of ${OUTAGE_S} s`);
const outage = performance.now() + PERIOD_S * 1_000;
const second = (): number => (performance.now() - outage) / 1_000;
const rows = Promise.all([
	measureOutage('liveness and readiness with a query', 'one-answer.js', '/health', '/health'),
	measureOutage('constant liveness, readiness with a query', 'query.js', '/livez', '/readyz'),
	measureOutage('constant liveness, readiness from a flag', 'server.js', '/livez', '/readyz'),
]);
await until(0);
silent = true;
await until(OUTAGE_S);
silent = false;
for (const socket of waiting) socket.write('1');
await rows;
process.exit();

function until(time: number): Promise<void> {
	return delay(Math.max(0, (time - second()) * 1_000));
}

/** A process as Kubernetes runs it; killed processes start again at once. */
interface Replica {
	kills: number[];
	/** Seconds at which it became ready, or stopped being so, in turn. */
	changes: number[];
}

async function runReplica(
	file: string,
	liveness: string,
	readiness: string,
	phase: number,
): Promise<Replica> {
	const port = await freePort();
	const replica: Replica = { kills: [], changes: [] };
	const start = () =>
		startProcess(process.execPath, [file], { cwd, env: { ...env, PORT: String(port) } });
	let process_: Running = start();
	let failed = { liveness: 0, readiness: 0 };
	let isReady = false;
	const become = (ready: boolean): void => {
		if (ready !== isReady) replica.changes.push(second());
		isReady = ready;
	};
	const check = async (path: string): Promise<boolean> =>
		(await ask(`http://127.0.0.1:${port}${path}`, { limit: TIMEOUT_MS })) === 200;
	for (let time = phase - PERIOD_S; time < OUTAGE_S + PERIOD_S; time += PERIOD_S) {
		await until(time);
		const [alive, ready] = await Promise.all([check(liveness), check(readiness)]);
		failed.readiness = ready ? 0 : failed.readiness + 1;
		if (ready || failed.readiness >= FAILURES) become(ready);
		failed.liveness = alive ? 0 : failed.liveness + 1;
		if (failed.liveness >= FAILURES) {
			replica.kills.push(second());
			become(false);
			failed = { liveness: 0, readiness: 0 };
			await process_.kill('SIGKILL');
			process_ = start();
		}
	}
	await process_.kill('SIGKILL');
	return replica;
}

async function measureOutage(
	label: string,
	file: string,
	liveness: string,
	readiness: string,
): Promise<void> {
	const replicas = await Promise.all(
		PHASES.map((phase) => runReplica(file, liveness, readiness, phase)),
	);
	const kills = replicas.flatMap((replica) => replica.kills.map((time) => time.toFixed(1)));
	console.log(`${label}: killed at second ${kills.join(', ') || '(none)'}`);
	// Each was ready before; the next two changes are the end of that and the return.
	const last = Math.max(...replicas.map(({ changes }) => changes[1] ?? Infinity));
	const first = Math.min(...replicas.map(({ changes }) => changes[2] ?? Infinity));
	const none =
		last < Infinity
			? `from second ${last.toFixed(1)} to ${first.toFixed(1)}, ${(first - last).toFixed(1)} s`
			: 'never';
	console.log(`${label}: none ready ${none}`);
}

/** A probe that arrives while a healthy process computes for 1.5 s. */
async function measureComputation(): Promise<void> {
	for (const limit of [TIMEOUT_MS, 5_000]) {
		const port = await freePort();
		const server = startProcess(process.execPath, ['server.js'], {
			cwd,
			env: { PORT: String(port) },
		});
		await server.listening(port);
		const computing = ask(`http://localhost:${port}/`);
		await delay(100);
		const asked = performance.now();
		const answer = await ask(`http://localhost:${port}/livez`, { limit });
		const after = ((performance.now() - asked) / 1_000).toFixed(1);
		console.log(`probe during 1.5 s of computing, limit ${limit} ms: ${answer} after ${after} s`);
		await computing;
		await server.kill('SIGKILL');
	}
}
