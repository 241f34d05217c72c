import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';

/** What a heap snapshot costs, and what is left of a process: `npm run measure -- prepare-diagnostics`. */
const cwd = measureFolder({
	'server.js': `
import { createServer } from 'node:http';
const kept = [];
for (let id = 0; id < Number(process.env.OBJECTS ?? 0); id++)
	kept.push({ id, name: 'user ' + id, tags: [id, id + 1, id + 2], note: Buffer.from(('note ' + id).repeat(30)).toString('latin1') });
globalThis.kept = kept;
createServer((req, res) => {
	const end = performance.now() + Number(req.url.slice(1));
	while (performance.now() < end);
	res.end(String(process.memoryUsage().heapUsed / 2 ** 20));
}).listen(process.env.PORT);`,
	'throw.js': `throw new Error('unknown');`,
	'fill.js': `const kept = []; for (;;) kept.push(new Array(100).fill(0));`,
});
const diag = mkdtempSync(join(tmpdir(), 'handbook-diag-'));
process.once('exit', () => {
	rmSync(diag, { recursive: true, force: true });
});

function files(begin: string): string[] {
	return readdirSync(diag).filter((name) => name.startsWith(begin));
}

async function start(args: readonly string[], env: Record<string, string> = {}) {
	const port = await freePort();
	const server = startProcess(process.execPath, args, { cwd, env: { ...env, PORT: String(port) } });
	await server.listening(port);
	// A connection of its own: a pause outlives the time that idle connections are kept.
	const headers = { connection: 'close' };
	const ask = async (path: string) =>
		(await fetch(`http://localhost:${port}${path}`, { headers })).text();
	return { server, ask };
}

/** Resident memory in MiB: `VmRSS` now, `VmHWM` at its peak. */
function memory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1024);
}

/** One heap snapshot of a fresh process: the pause in seconds, the rest in MiB. */
async function snapshot(objects: number) {
	const args = ['--heapsnapshot-signal=SIGHUP', `--diagnostic-dir=${diag}`, 'server.js'];
	const { server, ask } = await start(args, { OBJECTS: String(objects) });
	const heap = Number(await ask('/0'));
	const before = memory(server.pid, 'VmRSS');
	const size = () =>
		files('Heap.').reduce((sum, file) => sum + statSync(join(diag, file)).size, 0) / 2 ** 20;
	process.kill(server.pid, 'SIGHUP');
	let pause = 0;
	for (let written = false; !written;) {
		written = size() > 0;
		const asked = performance.now();
		await ask('/0');
		pause = Math.max(pause, (performance.now() - asked) / 1000);
	}
	const after = { heap, before, peak: memory(server.pid, 'VmHWM'), size: size(), pause };
	await server.kill('SIGKILL');
	for (const file of files('Heap.')) rmSync(join(diag, file));
	return after;
}

for (const objects of [25_000, 110_000, 330_000]) {
	const runs = [await snapshot(objects), await snapshot(objects), await snapshot(objects)];
	const range = (field: keyof (typeof runs)[number], digits = 0) => {
		const values = runs.map((run) => run[field]);
		return `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
	};
	console.log(
		`heap of ${range('heap')} MiB: pause ${range('pause', 1)} s, memory ${range('before')} MiB before, ${range('peak')} MiB at its peak, file ${range('size')} MiB`,
	);
}

const REPORTS = ['--report-on-signal', '--report-on-fatalerror', '--report-uncaught-exception'];
for (const args of [['throw.js'], ['--max-old-space-size=32', 'fill.js']]) {
	const process_ = startProcess(
		process.execPath,
		[...REPORTS, `--report-directory=${diag}`, ...args],
		{ cwd },
	);
	const { code, signal } = await process_.exited;
	const found = files('report.');
	console.log(`${args.at(-1)}: ${signal ?? `exit code ${code}`}, ${found.length} report`);
	for (const file of found) rmSync(join(diag, file));
}
{
	const { server, ask } = await start([...REPORTS, `--report-directory=${diag}`, 'server.js']);
	const blocked = ask('/2000');
	await delay(500);
	process.kill(server.pid, 'SIGUSR2');
	await delay(1000);
	const during = files('report.').length;
	await blocked;
	await delay(500);
	console.log(
		`SIGUSR2 while the loop is blocked: ${during} report, afterwards ${files('report.').length}`,
	);
	await server.kill('SIGKILL');
}
{
	const args = [...REPORTS, '--report-directory=/absent', '--heapsnapshot-signal=SIGHUP'];
	const { server, ask } = await start([...args, '--diagnostic-dir=/absent', 'server.js']);
	process.kill(server.pid, 'SIGUSR2');
	await delay(500);
	console.log(
		`a report that cannot be written: the process ${(await ask('/0')) ? 'answers' : 'is gone'}`,
	);
	console.log(`a snapshot that cannot be written: exit code ${(await server.kill('SIGHUP')).code}`);
}
{
	const { server } = await start([...REPORTS, `--diagnostic-dir=${diag}`, 'server.js']);
	const before = files('report.').length;
	process.kill(server.pid, 'SIGUSR2');
	await server.printed(/report completed/);
	console.log(`--diagnostic-dir alone: ${files('report.').length - before} report in it`);
	await server.kill('SIGKILL');
}
for (const flags of [[], ['--disable-sigusr1']]) {
	const port = await freePort();
	const { server, ask } = await start([`--inspect-port=${port}`, ...flags, 'server.js']);
	process.kill(server.pid, 'SIGUSR1');
	await delay(500);
	await ask('/0');
	const answer = await fetch(`http://127.0.0.1:${port}/json`).then(
		({ status }) => `answers ${status}`,
		() => 'refuses',
	);
	console.log(`SIGUSR1 ${flags.join()}: the debugger ${answer}`);
	await server.kill('SIGKILL');
}
for (const signal of ['SIGHUP', 'SIGQUIT', 'SIGUSR2'] as const) {
	const { server } = await start(['server.js']);
	console.log(`${signal} without flags: ends by ${(await server.kill(signal)).signal}`);
}
