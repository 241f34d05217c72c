import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { findNamespaces, startAsProcessOne } from '../start-as-process-one.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { ask } from './ask.ts';
import { findBlock } from '../find-block.ts';
import { startLoad } from './load.ts';
import { onAnyPort, SERVICE, serverThat } from './service-with-database.ts';

const PAGE = 'going-to-production/shut-down-gracefully';
const PREFERRED = onAnyPort(sampleCode(`${PAGE} Prefer server.js`));
const WITHOUT_ROUTING = PREFERRED.replace('ROUTING_MS = 5_000', 'ROUTING_MS = 0');
const WITHOUT_LIMITS = WITHOUT_ROUTING.replace('20_000', '300_000').replace('25_000', '300_000');
const WITHOUT_SWEEP = WITHOUT_LIMITS.replace(/^.*\bsweep\b.*$/gm, '');

const cwd = measureFolder(SERVICE);
let servers = 0;

for (const [name, code] of Object.entries({
	'process.exit(0)': serverThat(findBlock(PAGE, 'js', 'process.exit(0)')),
	'the database first': serverThat(findBlock(PAGE, 'js', 'await pool.end();\n  server.close')),
	'the order of work': PREFERRED,
}))
	await measureLoad(name, code);
await measureNpm();
await measureProcessOne();
await measureFastify();
console.log('waiting for connections that stay open, at most 130 s');
await Promise.all([
	measureSlow('step 4', WITHOUT_LIMITS, 700),
	measureSlow('no step 4', WITHOUT_SWEEP, 700),
	measureSlow(
		'no step 4, keepAliveTimeout 65 s',
		`${WITHOUT_SWEEP}server.keepAliveTimeout = 65_000;`,
		700,
	),
	measureSlow('the sample', PREFERRED, 7_000),
	measureSlow('the sample', PREFERRED, 60_000),
	measureUnused('step 4, no CUT_MS', WITHOUT_LIMITS),
	measureUnused('the sample', PREFERRED),
]);
process.exit();

async function start(code: string, env: Readonly<Record<string, string>> = {}) {
	const port = await freePort();
	const file = `server-${(servers += 1)}.js`;
	writeFileSync(join(cwd, file), code);
	const options = { cwd, env: { PORT: String(port), ...env } };
	const server = startProcess(process.execPath, [file], options);
	await server.listening(port);
	return { server, url: `http://localhost:${port}`, port };
}

/** Sends SIGTERM, and tells how the process ends. */
async function stop(server: ReturnType<typeof startProcess>, limit: number): Promise<string> {
	const sent = performance.now();
	process.kill(server.pid, 'SIGTERM');
	const exit = await Promise.race([server.exited, delay(limit)]);
	const after = ((performance.now() - sent) / 1_000).toFixed(2);
	if (!exit) await server.kill('SIGKILL');
	return exit ? `code ${exit.code} after ${after} s` : `still alive after ${after} s`;
}

/** 20 clients on connections that they keep, and one slow request. */
async function measureLoad(name: string, code: string): Promise<void> {
	const { server, url } = await start(code);
	const load = startLoad(`${url}/`, 20);
	await delay(500);
	const slow = ask(`${url}/slow`);
	await delay(200);
	const end = stop(server, 30_000);
	await delay(2_000);
	const outcomes = JSON.stringify(await load.stop());
	console.log(`${name}: slow request ${await slow}; clients ${outcomes}; ${await end}`);
}

/** One request that runs when the signal arrives, on a connection that its client keeps. */
async function measureSlow(name: string, code: string, workMs: number): Promise<void> {
	const { server, url } = await start(code, { SLOW_MS: String(workMs) });
	const sent = performance.now();
	const answer = ask(`${url}/slow`, { agent: new Agent({ keepAlive: true }), limit: 200_000 }).then(
		(outcome) => `${outcome} after ${((performance.now() - sent) / 1_000).toFixed(1)} s`,
	);
	await delay(100);
	const end = await stop(server, 130_000);
	console.log(`${name}, ${workMs / 1_000} s of work, 0.1 s done: ${await answer}; ${end}`);
}

/** A connection on which nothing was ever sent. */
async function measureUnused(name: string, code: string): Promise<void> {
	const { server, port } = await start(code);
	const socket = connect(port, 'localhost');
	await once(socket, 'connect');
	await delay(100);
	console.log(`unused connection, ${name}: ${await stop(server, 130_000)}`);
	socket.destroy();
}

async function measureNpm(): Promise<void> {
	const port = await freePort();
	const cwd = measureFolder({
		'package.json': '{ "type": "module", "scripts": { "start": "node server.js" } }',
		'server.js': `
import { createServer } from 'node:http';
let signals = 0;
process.on('SIGTERM', () => { signals += 1; });
createServer((req, res) => res.end(signals + ' ' + process.pid)).listen(process.env.PORT);`,
	});
	// Not as process group: the signal goes to npm alone, as from a platform.
	const env = { ...process.env, PORT: String(port) };
	const npm = spawn('npm', ['start'], { cwd, env, stdio: 'ignore' });
	const url = `http://localhost:${port}/`;
	while ((await ask(url)) !== 200) await delay(50);
	npm.kill('SIGTERM');
	const [code, signal] = (await once(npm, 'exit')) as [number | null, string | null];
	await delay(1_000);
	const [signals, pid] = (await (await fetch(url)).text()).split(' ');
	process.kill(Number(pid), 'SIGKILL');
	const version = await output('npm', '--version');
	const shell = await output('readlink', '/bin/sh');
	console.log(
		`SIGTERM to npm ${version}, sh is ${shell}: npm ends with ${code ?? signal}, node is alive and received ${signals} signals`,
	);
}

async function output(command: string, ...args: string[]): Promise<string> {
	const program = startProcess(command, args);
	await program.exited;
	return program.stdout().trim();
}

async function measureProcessOne(): Promise<void> {
	if (!findNamespaces()) {
		console.log('process number 1: needs `unshare` and leave to use it');
		return;
	}
	for (const [name, handler] of [
		['no handler', ''],
		['a handler', `process.on('SIGTERM', () => process.exit(0));`],
	] as const) {
		const port = await freePort();
		const cwd = measureFolder({ ...SERVICE, 'server.js': serverThat(handler) });
		const env = { PORT: String(port) };
		const first = startAsProcessOne(['node', 'server.js'], { cwd, env });
		await first.listening(port);
		first.signal('SIGTERM');
		const exit = await Promise.race([first.exited, delay(3_000)]);
		const end = exit ? `code ${exit.code}` : 'alive 3 s after SIGTERM';
		console.log(`process number 1, ${name}: ${end}`);
		await first.kill('SIGKILL');
	}
}

/** A request on a connection that was busy when `close()` was called. */
async function measureFastify(): Promise<void> {
	const port = await freePort();
	const cwd = measureFolder({
		'server.js': `
import { setTimeout as sleep } from 'node:timers/promises';
import fastify from 'fastify';
const app = fastify();
app.get('/', async () => { await sleep(500); return 'ok'; });
process.on('SIGTERM', () => app.close());
await app.listen({ port: Number(process.env.PORT) });
console.log(app.version);`,
	});
	const env = { PORT: String(port) };
	const server = startProcess(process.execPath, ['server.js'], { cwd, env });
	await server.printed(/\n/);
	const socket = connect(port, 'localhost');
	let answers = '';
	socket.setEncoding('utf8').on('data', (text: string) => (answers += text));
	socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	await delay(200);
	process.kill(server.pid, 'SIGTERM');
	while (!answers.endsWith('ok')) await delay(10);
	answers = '';
	socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
	const { code } = await server.exited;
	const [status, connection] = [/HTTP\/1.1 \d+/, /connection: \w+/i].map(
		(pattern) => pattern.exec(answers)?.[0],
	);
	const version = server.stdout().trim();
	console.log(`late request to Fastify ${version}: ${status}, ${connection}; then code ${code}`);
}
