import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { sampleCode } from '../read-samples.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { manyOrders } from './many-orders.ts';
import { measureFolder } from '../measure-folder.ts';

const PAGE = 'reliability/keep-the-event-loop-free';
const orders = manyOrders(10);
const light = `const app = express();\napp.get('/livez', (req, res) => res.sendStatus(200));`;
const cwd = measureFolder({
	'orders.json': orders,
	'synchronous.js': sampleCode(`${PAGE} Avoid server.js`).replace('const app = express();', light),
	'export-orders.js': sampleCode(`${PAGE} Prefer export-orders.js`),
	'pool.js': sampleCode(`${PAGE} Prefer server.js`),
	'nothing.js': 'export default () => {};',
	// Says the longest delay since the first request.
	'delay.js': `
import { monitorEventLoopDelay } from 'node:perf_hooks';
const delay = monitorEventLoopDelay({ resolution: 20 });
process.on('SIGUSR2', () => { delay.reset(); delay.enable(); });
process.on('SIGTERM', () => { console.log('delay', Math.round(delay.max / 1e6)); process.exit(); });`,
	'thread-pool.js': `
import { pbkdf2 } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { readFile } from 'node:fs/promises';
const hashes = (count) => Array.from({ length: count }, () =>
  new Promise((resolve) => pbkdf2('password', 'salt', 600_000, 32, 'sha256', resolve)));
const time = async (work) => {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
};
await readFile('package.json');
const times = [];
for (const count of [0, 4]) {
  for (const work of [() => readFile('package.json'), () => lookup('localhost')]) {
    const busy = hashes(count);
    times.push(await time(work));
    await Promise.all(busy);
  }
}
console.log(times.join(' '));`,
});

/** Median and 99th percentile of the light route, and the longest delay of the event loop, in ms. */
async function loadLightRoute(file: string, withExports: boolean): Promise<number[]> {
	const port = await freePort();
	const server = startProcess(process.execPath, ['--import', './delay.js', file], {
		cwd,
		env: { PORT: String(port) },
	});
	await server.listening(port);
	const ask = async (path: string) => {
		const began = performance.now();
		const answer = await fetch(`http://localhost:${port}${path}`);
		await answer.arrayBuffer();
		return performance.now() - began;
	};
	await ask('/livez');
	if (withExports) await ask('/export');
	process.kill(server.pid, 'SIGUSR2');
	const times: Promise<number>[] = [];
	const exports: Promise<number>[] = [];
	for (let sent = 0; sent < 320; sent += 1) {
		if (withExports && sent % 40 === 20) exports.push(ask('/export'));
		times.push(ask('/livez'));
		await delay(25);
	}
	const sorted = (await Promise.all(times)).sort((a, b) => a - b);
	await Promise.all(exports);
	await server.kill('SIGTERM');
	const [median, late] = [0.5, 0.99].map((part) => sorted[Math.floor(part * sorted.length)]!);
	return [median!, late!, Number(server.stdout().replace('delay', ''))];
}
const RUNS: readonly [string, string, boolean][] = [
	['no export', 'synchronous.js', false],
	['synchronous export', 'synchronous.js', true],
	['export in a worker thread', 'pool.js', true],
];
for (const [name, file, withExports] of RUNS) {
	const runs: number[][] = [];
	for (let run = 0; run < 3; run += 1) runs.push(await loadLightRoute(file, withExports));
	// The run that the rest of the machine disturbed least.
	const [median, late, longest] = runs.sort((a, b) => a[1]! - b[1]!)[0]!;
	console.log(
		`${name}: median ${median!.toFixed(1)} ms, 99th percentile ${late!.toFixed(0)} ms, longest delay ${longest} ms`,
	);
}

/** Time on a core: the same on a machine that is busy. */
function cpuTime(work: () => unknown): string {
	const began = process.cpuUsage();
	work();
	return `${Math.round(process.cpuUsage(began).user / 1_000)} ms`;
}
const pattern = /^(\w+\s?)*$/;
for (let warm = 0; warm < 5; warm += 1) pattern.test(`${'a'.repeat(15)}!`);
for (const length of [25, 27, 29, 31]) {
	const text = `${'a'.repeat(length - 1)}!`;
	console.log(`pattern, ${length} characters: ${cpuTime(() => pattern.test(text))}`);
}
console.log(`JSON.parse of 10 MiB: ${cpuTime(() => JSON.parse(orders) as unknown)}`);

for (const threads of ['4', '16']) {
	for (let run = 1; run <= 3; run += 1) {
		const env = { UV_THREADPOOL_SIZE: threads };
		const pool = startProcess(process.execPath, ['thread-pool.js'], { cwd, env });
		await pool.exited;
		console.log(
			`${threads} threads, run ${run}; readFile, lookup, the same beside 4 hashes: ${pool.stdout().trim()} ms`,
		);
	}
}

const pool = new Piscina({ filename: `${cwd}/nothing.js`, minThreads: 1, maxThreads: 1 });
await pool.run({});
const began = performance.now();
for (let task = 0; task < 1_000; task += 1) await pool.run({});
console.log(`task that does nothing: ${((performance.now() - began) / 1_000).toFixed(3)} ms`);
await pool.destroy();

const idle = monitorEventLoopDelay({ resolution: 20 });
idle.enable();
await delay(2_000);
console.log(`delay that an idle process reads: ${(idle.percentile(50) / 1e6).toFixed(0)} ms`);

const before = process.memoryUsage().rss;
const workers = Array.from(
	{ length: 10 },
	() => new Worker('setInterval(() => {}, 1_000)', { eval: true }),
);
await Promise.all(workers.map((worker) => once(worker, 'online')));
await delay(500);
const each = (process.memoryUsage().rss - before) / 10 / 1024 / 1024;
console.log(`idle worker thread: ${each.toFixed(0)} MiB`);
process.exit();
