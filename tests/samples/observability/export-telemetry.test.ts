import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, vi } from 'vitest';
import { parse } from 'yaml';
import { sampleCode } from '../read-samples.ts';
import { test as base, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../free-port.ts';
import { receiveOtlp, type OtlpReceiver } from './otlp-receiver.ts';
import { shellBlock, shellEnvironment } from '../shell-block.ts';

const PAGE = 'observability/export-telemetry';
/** A wait that takes longer has failed. */
const LIMIT = { timeout: 10_000 };
const IMPORT = ['--import', './telemetry.js', 'server.js'];

// eslint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from it.
const test = base.extend('collector', async ({}, { onCleanup }) => {
	const receiver = await receiveOtlp();
	onCleanup(() => {
		receiver.close();
	});
	return receiver;
});

describe.concurrent('the order of loading', () => {
	test('after Express, a request leaves no span', async ({ folder, collector }) => {
		folder.sample(`${PAGE} Prefer telemetry.js`);
		folder.sample(`${PAGE} Avoid server.js`);
		const { port } = await start(folder, ['server.js'], settings(collector));
		await order(port);
		// The SDK works: metrics arrive, later than spans would.
		const sent = collector.requests.length;
		await vi.waitUntil(() => collector.requests.length > sent + 1, LIMIT);
		expect(collector.metrics).toContain('nodejs.eventloop.delay.p99');
		expect(collector.spans).toEqual([]);
	});

	test.for([
		['imported first', ['server.js'], undefined],
		['before everything, but without the hook', IMPORT, withoutHook],
	] as const)('%s, the span has no route', async ([, args, change], { folder, collector }) => {
		folder.sample(`${PAGE} Prefer telemetry.js`, 'telemetry.js', change);
		folder.sample(`${PAGE} Prefer server.js`, 'server.js', logging);
		const { server, port } = await start(folder, args, settings(collector));
		await order(port);
		expect(await serverSpans(collector, 1)).toEqual(['GET']);
		expect(server.stdout()).toMatch(/"msg":"order"/);
		expect(server.stdout()).not.toContain('trace_id');
	});

	test('before everything, with the hook, spans have routes and log lines have trace ids', async ({
		folder,
		collector,
	}) => {
		folder.sample(`${PAGE} Prefer telemetry.js`);
		folder.sample(`${PAGE} Prefer server.js`, 'server.js', logging);
		const { server, port } = await start(folder, IMPORT, settings(collector));
		await order(port, '/orders/7?token=canary');
		expect(await serverSpans(collector, 1)).toEqual(['GET /orders/:id']);
		const span = collector.spans.find(({ kind }) => kind === 2)!;
		expect(server.stdout()).toContain(`"trace_id":"${span.traceId}"`);
		expect(span.attributes).toContainEqual({
			key: 'url.query',
			value: { stringValue: 'token=canary' },
		});
	});
});

test('the settings of the page send traces and metrics as protobuf, and no logs', async ({
	folder,
	collector,
}) => {
	preferred(folder, logging);
	const env = { ...deployed(collector), OTEL_BSP_SCHEDULE_DELAY: '100' };
	const { server, port } = await start(folder, IMPORT, env);
	await order(port);
	await server.kill('SIGTERM');
	expect(new Set(collector.requests)).toEqual(
		new Set(['/v1/traces application/x-protobuf', '/v1/metrics application/x-protobuf']),
	);
});

test('an attribute with endless values fills the limit of the SDK', async ({ folder }) => {
	folder.sample(`${PAGE} Prefer telemetry.js`);
	folder.sample(`${PAGE} Avoid metrics.js`);
	folder.file(
		'record.js',
		`import { record } from './metrics.js';
		for (let i = 0; i < 3000; i++) record('/orders/' + i, 0.01);
		setInterval(() => {}, 1000);\n`,
	);
	const port = await freePort();
	const env = {
		OTEL_METRICS_EXPORTER: 'prometheus',
		OTEL_EXPORTER_PROMETHEUS_PORT: String(port),
		OTEL_TRACES_EXPORTER: 'none',
		OTEL_LOGS_EXPORTER: 'none',
	};
	await folder.node(['--import', './telemetry.js', 'record.js'], { env }).listening(port);
	const series = await vi.waitFor(async () => {
		const metrics = await (await fetch(`http://localhost:${port}/metrics`)).text();
		const found = metrics.split('\n').filter((line) => line.startsWith('shop_duration_count'));
		expect(found).toHaveLength(2000);
		return found;
	}, LIMIT);
	expect(series.find((line) => line.includes('overflow'))).toMatch(/ 1001$/);
});

describe.concurrent('at shutdown', () => {
	test('the SDK that stops last exports a request that ends after SIGTERM', async ({
		folder,
		collector,
	}) => {
		preferred(folder, slow);
		const { server, port } = await start(folder, IMPORT, settings(collector));
		await order(port, '/fast');
		const last = order(port);
		await server.printed(/started/);
		const exit = server.kill('SIGTERM');
		expect(await last).toBe(200);
		expect((await exit).code).toBe(0);
		expect(collector.spans.map(({ name }) => name)).toContain('GET /orders/:id');
	});

	test('the ready-made `register` loses that request, and the process stays', async ({
		folder,
		collector,
	}) => {
		folder.file(
			'server.cjs',
			`const express = require('express');
			const app = express();
			app.get('/orders/:id', (req, res) => {
				console.log('started');
				setTimeout(() => res.json({ id: req.params.id }), Number(req.query.ms ?? 0));
			});
			app.listen(process.env.PORT);\n`,
		);
		const register = ['--require', '@opentelemetry/auto-instrumentations-node/register'];
		const args = [...register, 'server.cjs'];
		const { server, port } = await start(folder, args, settings(collector));
		await order(port, '/orders/1');
		expect(await serverSpans(collector, 1)).toEqual(['GET /orders/:id']);
		const last = order(port, '/orders/2?ms=700');
		await server.printed(/started\nstarted/);
		process.kill(server.pid, 'SIGTERM');
		expect(await last).toBe(200);
		// It is still there to answer.
		expect(await order(port, '/orders/3')).toBe(200);
		expect(collector.spans.filter(({ kind }) => kind === 2)).toHaveLength(1);
	});

	test('a Collector that is away delays it by seconds at most, without an unhandled error', async ({
		folder,
	}) => {
		preferred(folder);
		const silent = createServer(() => undefined).listen(0);
		await once(silent, 'listening');
		const answersNever = (silent.address() as AddressInfo).port;
		const outcomes = [await freePort(), answersNever].map(async (collectorPort) => {
			const env = deployed({ url: `http://localhost:${collectorPort}` });
			const { server, port } = await start(folder, IMPORT, env);
			await order(port);
			const stopped = performance.now();
			expect((await server.kill('SIGTERM')).code).toBe(0);
			expect(performance.now() - stopped).toBeLessThan(6000);
			return /telemetry: (.+)/.exec(server.output())?.[1];
		});
		expect(await Promise.all(outcomes)).toEqual([
			expect.stringContaining('ECONNREFUSED'),
			'Request timed out',
		]);
		silent.close();
	});
});

test('the check prints a span with its route, and the half second in the maximum', async ({
	folder,
}) => {
	preferred(folder);
	const [port, metrics] = [await freePort(), await freePort()];
	const env = {
		...shellEnvironment,
		PORT: String(port),
		OTEL_EXPORTER_PROMETHEUS_PORT: String(metrics),
	};
	const script = shellBlock(PAGE, 'kill -STOP', port).replaceAll('9464', String(metrics));
	const check = folder.start('sh', ['-c', script], { env });
	await check.exited;
	const [body, max, p99, span] = check.stdout().split('\n');
	expect(body).toContain('{"id":"7"}');
	expect(Number(/delay_max (.+)/.exec(max!)![1])).toBeGreaterThan(0.4);
	expect(Number(/delay_p99 (.+)/.exec(p99!)![1])).toBeLessThan(0.4);
	expect(span).toContain(`name: 'GET /orders/:id'`);
});

/** Sends everything soon, and as JSON. */
function settings({ url }: Pick<OtlpReceiver, 'url'>): Record<string, string> {
	return {
		OTEL_EXPORTER_OTLP_ENDPOINT: url,
		OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
		OTEL_METRIC_EXPORT_INTERVAL: '300',
		OTEL_METRIC_EXPORT_TIMEOUT: '300',
		OTEL_BSP_SCHEDULE_DELAY: '100',
		OTEL_LOGS_EXPORTER: 'none',
		// No look at the network of a cloud.
		OTEL_NODE_RESOURCE_DETECTORS: 'env',
	};
}

/** The environment of the page's Deployment, with another Collector. */
function deployed({ url }: Pick<OtlpReceiver, 'url'>): Record<string, string> {
	const { spec } = parse(sampleCode(`${PAGE} Prefer deployment.yaml`)) as {
		spec: { template: { spec: { containers: { env: { name: string; value: string }[] }[] } } };
	};
	const { env } = spec.template.spec.containers[0]!;
	return {
		...Object.fromEntries(env.map(({ name, value }) => [name, value])),
		OTEL_EXPORTER_OTLP_ENDPOINT: url,
	};
}

function preferred(folder: SampleFolder, change?: (code: string) => string) {
	folder.sample(`${PAGE} Prefer telemetry.js`);
	folder.sample(`${PAGE} Prefer server.js`, 'server.js', change);
}

function withoutHook(code: string): string {
	return code.replace(/^register\(.*$/m, '');
}

/** Imports the SDK first, as far as imports alone can, and logs each order. */
function logging(code: string): string {
	const log = `import './telemetry.js';\nimport pino from 'pino';\nconst logger = pino();\n`;
	return log + code.replace('res.json(', `logger.info('order');\n  res.json(`);
}

function slow(code: string): string {
	return code
		.replace('res.json(', `console.log('started');\n  setTimeout(() => res.json(`)
		.replace('});\n});', '}), 500);\n});');
}

async function start(
	folder: SampleFolder,
	args: readonly string[],
	env: Readonly<Record<string, string>>,
) {
	const port = await freePort();
	const server = folder.node(args, { env: { ...env, PORT: String(port) } });
	await server.listening(port);
	return { server, port };
}

async function order(port: number, path = '/orders/7'): Promise<number> {
	const headers = { connection: 'close' };
	const answer = await fetch(`http://localhost:${port}${path}`, { headers });
	await answer.arrayBuffer();
	return answer.status;
}

/** Names of the spans of the server, once there are so many. */
async function serverSpans(collector: OtlpReceiver, count: number): Promise<string[]> {
	const found = () => collector.spans.filter(({ kind }) => kind === 2);
	await vi.waitUntil(() => found().length >= count, LIMIT);
	return found().map(({ name }) => name);
}
