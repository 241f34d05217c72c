import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { sampleCode } from '../read-samples.ts';
import { measureFolder } from '../measure-folder.ts';
import { freePort } from '../free-port.ts';
import { startProcess } from '../start-process.ts';
import { receiveOtlp } from './otlp-receiver.ts';

const PAGE = 'observability/export-telemetry';
const telemetry = sampleCode(`${PAGE} Prefer telemetry.js`);
const logging = `import pino from 'pino';
import express from 'express';
const app = express();
app.get('/orders/:id', (req, res) => { pino().info('order'); res.send('ok'); });
app.listen(process.env.PORT);`;
const cwd = measureFolder({
	'telemetry.js': telemetry,
	'no-hook.js': telemetry.replace(/^register\(.*$/m, ''),
	'server.js': sampleCode(`${PAGE} Prefer server.js`),
	'late.js': sampleCode(`${PAGE} Avoid server.js`),
	'plain.js': logging,
	'first.js': `import './telemetry.js';\n${logging}`,
	'metrics.js': sampleCode(`${PAGE} Avoid metrics.js`),
	'record.js': `import { record } from './metrics.js';
for (let i = 0; i < 3000; i++) record('/orders/' + i, 0.01);
setInterval(() => {}, 1000);`,
	'app.cjs': `const express = require('express');
const app = express();
app.get('/orders/:id', (req, res) => setTimeout(() => res.send('ok'), Number(req.query.ms ?? 0)));
app.listen(process.env.PORT);`,
	'blocked.js': `import { createServer } from 'node:http';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
const histogram = monitorEventLoopDelay({ resolution: 10 });
histogram.enable();
const start = performance.eventLoopUtilization();
const ms = (ns) => Math.round(ns / 1e6);
createServer((req, res) => {
	const end = performance.now() + Number(req.url.slice(1));
	while (performance.now() < end);
	const { utilization } = performance.eventLoopUtilization(start);
	res.end(\`mean \${ms(histogram.mean)} ms, p99 \${ms(histogram.percentile(99))} ms, max \${ms(histogram.max)} ms, utilization \${utilization.toFixed(2)}\`);
}).listen(process.env.PORT);`,
});

const agent = new Agent({ keepAlive: true });
async function ask(port: number, path: string): Promise<string> {
	const [response] = (await once(get({ port, path, agent }), 'response')) as [
		AsyncIterable<Buffer>,
	];
	let body = '';
	for await (const chunk of response) body += String(chunk);
	return body;
}

async function start(args: readonly string[], env: Record<string, string> = {}) {
	const port = await freePort();
	const server = startProcess(process.execPath, args, { cwd, env: { ...env, PORT: String(port) } });
	const started = performance.now();
	await server.listening(port);
	return { server, port, after: performance.now() - started };
}
const IMPORT = ['--import', './telemetry.js'];
const QUICK = { OTEL_BSP_SCHEDULE_DELAY: '100', OTEL_NODE_RESOURCE_DETECTORS: 'env' };

// A request that blocks the loop for 200 ms once per second.
{
	const { server, port } = await start(['blocked.js']);
	const times: number[] = [];
	const asked: Promise<unknown>[] = [];
	for (let i = 0; i < 500; i++) {
		if (i % 50 === 0) asked.push(ask(port, '/200'));
		const began = performance.now();
		asked.push(ask(port, '/0').then(() => times.push(performance.now() - began)));
		await delay(20);
	}
	await Promise.all(asked);
	times.sort((a, b) => a - b);
	const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
	const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(1);
	console.log(
		`latency beside a blocking request: mean ${mean.toFixed(1)} ms, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
	);
	console.log(`event loop: ${await ask(port, '/0')}`);
	await server.kill('SIGKILL');
}

// One block of 500 ms in the window of 60 s that the SDK exports by default.
{
	const { server, port } = await start(['blocked.js']);
	await delay(30_000);
	await ask(port, '/500');
	await delay(29_500);
	console.log(`one block of 500 ms in 60 s: ${await ask(port, '/0')}`);
	await server.kill('SIGKILL');
}

const collector = await receiveOtlp();
const toCollector = {
	...QUICK,
	OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
	OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
	OTEL_METRICS_EXPORTER: 'none',
	OTEL_LOGS_EXPORTER: 'none',
};
const serverSpans = () => collector.spans.filter(({ kind }) => kind === 2).map(({ name }) => name);
for (const [what, args] of [
	['imported after Express', ['late.js']],
	['imported first', ['first.js']],
	['--import without the hook', ['--import', './no-hook.js', 'plain.js']],
	['--import with the hook', [...IMPORT, 'plain.js']],
] as const) {
	const before = serverSpans().length;
	const { server, port } = await start(args, toCollector);
	await ask(port, '/orders/7');
	await delay(1000);
	const log = server.stdout().includes('trace_id') ? 'trace id' : 'no trace id';
	console.log(
		`${what}: span ${serverSpans().slice(before).join() || 'none'}, log line with ${log}`,
	);
	await server.kill('SIGKILL');
}

// The ready-made preload, and a request that is running at SIGTERM.
{
	const before = serverSpans().length;
	const register = ['--require', '@opentelemetry/auto-instrumentations-node/register', 'app.cjs'];
	const { server, port } = await start(register, toCollector);
	await ask(port, '/orders/1');
	const last = ask(port, '/orders/2?ms=700');
	await delay(300);
	process.kill(server.pid, 'SIGTERM');
	await last;
	await delay(1000);
	const alive = await Promise.race([
		server.exited.then(() => 'ended'),
		delay(1000, 'is still there'),
	]);
	console.log(
		`register at SIGTERM: ${serverSpans().length - before} of 2 spans, the process ${alive}`,
	);
	await server.kill('SIGKILL');
}
collector.close();

const silent = createServer(() => undefined).listen(0);
await once(silent, 'listening');
const { port: silentPort } = silent.address() as AddressInfo;
const away = { refuses: await freePort(), 'does not answer': silentPort };
for (const limit of [undefined, '2000'])
	for (const [how, port] of Object.entries(away)) {
		const env = {
			...QUICK,
			OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${port}`,
			...(limit && { OTEL_EXPORTER_OTLP_TIMEOUT: limit }),
		};
		const { server } = await start([...IMPORT, 'server.js'], env);
		const stopped = performance.now();
		const { code } = await server.kill('SIGTERM');
		const seconds = ((performance.now() - stopped) / 1000).toFixed(1);
		console.log(
			`Collector ${how}, limit ${limit ?? 'default'}: exit code ${code} after ${seconds} s`,
		);
	}
for (const level of [undefined, 'error']) {
	const env = {
		...QUICK,
		OTEL_EXPORTER_OTLP_ENDPOINT: `http://localhost:${away.refuses}`,
		OTEL_EXPORTER_OTLP_TIMEOUT: '1000',
		...(level && { OTEL_LOG_LEVEL: level }),
	};
	const { server, port } = await start([...IMPORT, 'server.js'], env);
	await ask(port, '/orders/7');
	await delay(3000);
	const shown = server.output().includes('ECONNREFUSED') ? 'ECONNREFUSED' : 'nothing';
	console.log(`Collector refuses, OTEL_LOG_LEVEL ${level ?? 'not set'}: prints ${shown}`);
	await server.kill('SIGKILL');
}
silent.close();

// The cost, and an attribute with endless values.
const PROMETHEUS = {
	...QUICK,
	OTEL_METRICS_EXPORTER: 'prometheus',
	OTEL_LOGS_EXPORTER: 'none',
	OTEL_TRACES_EXPORTER: 'none',
};
for (const [what, args] of [
	['without the SDK', ['plain.js']],
	['with the SDK', [...IMPORT, 'plain.js']],
] as const) {
	const starts: number[] = [];
	let memory = '';
	for (let i = 0; i < 3; i++) {
		const { server, after } = await start(args, PROMETHEUS);
		starts.push(Math.round(after));
		const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
		memory = (Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024).toFixed(0);
		await server.kill('SIGKILL');
	}
	console.log(`${what}: listens after ${starts.join(', ')} ms, ${memory} MiB`);
}
{
	const recorder = startProcess(process.execPath, [...IMPORT, 'record.js'], {
		cwd,
		env: PROMETHEUS,
	});
	await recorder.listening(9464);
	await delay(1000);
	const metrics = await ask(9464, '/metrics');
	const series = metrics.split('\n').filter((line) => line.startsWith('shop_duration_count'));
	const common = series
		.find((line) => line.includes('overflow'))!
		.split(' ')
		.at(-1);
	console.log(
		`3,000 URLs: ${series.length - 1} series and ${common} values in a common one, ${(metrics.length / 1e6).toFixed(1)} MB`,
	);
	await recorder.kill('SIGKILL');
}
agent.destroy();
