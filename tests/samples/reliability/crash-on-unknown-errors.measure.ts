import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { freePort } from '../free-port.ts';
import { startProcess, type Running } from '../start-process.ts';
import { measureFolder } from '../measure-folder.ts';
import { CONTINUES, LEAKING_POOL, SLOW_SERVER, UNKNOWN_ERRORS } from './unknown-errors.ts';

const PAGE = 'reliability/crash-on-unknown-errors';
const cwd = measureFolder({
	'listeners.js': sampleCode(`${PAGE} Avoid listeners.js`),
	'drain.js': sampleCode(`${PAGE} Prefer drain.js`),
	'leaking-pool.js': LEAKING_POOL,
	'server.js': SLOW_SERVER,
	'draining.js': `
import { drainOnCrash } from './drain.js';
import { server } from './server.js';
drainOnCrash(server);`,
});
const LISTENERS = ['--import', './listeners.js'];

async function outcome(args: readonly string[]): Promise<string> {
	const main = startProcess(process.execPath, args, { cwd });
	const { code } = await main.exited;
	return main.stdout().includes('continues') ? 'continues' : `exit code ${code}`;
}
for (const [what, code] of Object.entries(UNKNOWN_ERRORS)) {
	const args = ['--input-type=module', '--eval', code + CONTINUES];
	console.log(`${what}: ${await outcome(args)}`);
	console.log(`${what}, with listeners: ${await outcome([...LISTENERS, ...args])}`);
}
const rejection = [
	'--eval',
	`process.on('unhandledRejection', () => {}); Promise.reject(1); ${CONTINUES}`,
];
console.log(`rejection with a listener: ${await outcome(rejection)}`);
console.log(
	`the same, --unhandled-rejections=strict: ${await outcome(['--unhandled-rejections=strict', ...rejection])}`,
);

/** The status, or why there is none. */
async function ask(port: number, path: string, limit: number): Promise<number | string> {
	return fetch(`http://localhost:${port}${path}`, { signal: AbortSignal.timeout(limit) }).then(
		({ status }) => status,
		(error: unknown) => {
			const { name, cause } = error as Error;
			return (cause as NodeJS.ErrnoException | undefined)?.code ?? name;
		},
	);
}

const handler = `
import express from 'express';
const app = express();
app.get('/', async () => { throw new Error('unknown'); });
app.listen(process.env.PORT);`;
const expressPort = await freePort();
const app = startProcess(process.execPath, ['--input-type=module', '--eval', handler], {
	cwd,
	env: { PORT: String(expressPort) },
});
await app.listening(expressPort);
const statuses = [await ask(expressPort, '/', 1_000), await ask(expressPort, '/', 1_000)];
console.log(`an Express handler rejects, twice: ${statuses.join(' ')}`);
await app.kill('SIGKILL');

/** 200 requests, one every 50 ms; each twentieth meets the bug. The server is started again at once. */
async function sendThroughBug(name: string, args: readonly string[]): Promise<void> {
	const port = await freePort();
	let server: Running;
	let restarts = -1;
	let isWanted = true;
	function start(): void {
		if (!isWanted) return;
		restarts += 1;
		server = startProcess(process.execPath, args, { cwd, env: { PORT: String(port) } });
		void server.exited.then(start);
	}
	start();
	await server!.listening(port);
	const good: Promise<number | string>[] = [];
	for (let sent = 1; sent <= 200; sent += 1) {
		const isBug = sent % 20 === 0;
		const answer = ask(port, isBug ? '/bug' : '/', 1_000);
		if (!isBug) good.push(answer);
		await delay(50);
	}
	const answers = await Promise.all(good);
	const answered = answers.filter((answer) => answer === 200).length;
	await server!.listening(port);
	const others = [...new Set(answers)].filter((answer) => answer !== 200).join(', ');
	const end = `/livez ${await ask(port, '/livez', 1_000)}, / ${await ask(port, '/', 1_000)}`;
	console.log(
		`${name}: ${answered} of ${answers.length} good requests, others ${others}; ${restarts} restarts; then ${end}`,
	);
	isWanted = false;
	await server!.kill('SIGKILL');
}
await sendThroughBug('log and continue', [...LISTENERS, 'leaking-pool.js']);
await sendThroughBug('end and start again', ['leaking-pool.js']);

async function crashDuringTen(name: string, file: string): Promise<void> {
	const port = await freePort();
	const main = startProcess(process.execPath, [file], { cwd, env: { PORT: String(port) } });
	await main.listening(port);
	const answers = Promise.all(Array.from({ length: 10 }, () => ask(port, '/', 10_000)));
	await main.printed(/(?:request\n[^]*){10}/);
	process.kill(main.pid, 'SIGUSR2');
	const crashed = performance.now();
	const { code } = await main.exited;
	const seconds = ((performance.now() - crashed) / 1_000).toFixed(1);
	console.log(
		`ten running requests, ${name}: ${(await answers).join(' ')}; code ${code} after ${seconds} s`,
	);
}
await crashDuringTen('plain crash', 'server.js');
await crashDuringTen('draining', 'draining.js');
