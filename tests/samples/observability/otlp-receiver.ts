import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Attribute {
	readonly key: string;
	readonly value: { readonly stringValue?: string };
}

/** A span as OTLP over HTTP with JSON carries it; only what is looked at here. */
export interface Span {
	readonly traceId: string;
	readonly name: string;
	/** 2 for a span of a server. */
	readonly kind: number;
	readonly attributes: readonly Attribute[];
}

/** Stands in for a Collector. */
export interface OtlpReceiver {
	readonly url: string;
	/** Path and content type of each request, in the order of arrival. */
	readonly requests: readonly string[];
	/** Spans that arrived as JSON. */
	readonly spans: readonly Span[];
	/** Names of the metrics that arrived as JSON. */
	readonly metrics: ReadonlySet<string>;
	close(): void;
}

interface Export {
	resourceSpans?: { scopeSpans: { spans: Span[] }[] }[];
	resourceMetrics?: { scopeMetrics: { metrics: { name: string }[] }[] }[];
}

export async function receiveOtlp(): Promise<OtlpReceiver> {
	const requests: string[] = [];
	const spans: Span[] = [];
	const metrics = new Set<string>();
	const server = createServer((req, res) => {
		const type = req.headers['content-type'] ?? '';
		let body = '';
		req.setEncoding('utf8').on('data', (text: string) => (body += text));
		req.on('end', () => {
			requests.push(`${req.url} ${type}`);
			if (type === 'application/json') {
				const { resourceSpans = [], resourceMetrics = [] } = JSON.parse(body) as Export;
				for (const { scopeSpans } of resourceSpans)
					for (const scope of scopeSpans) spans.push(...scope.spans);
				for (const { scopeMetrics } of resourceMetrics)
					for (const scope of scopeMetrics) for (const { name } of scope.metrics) metrics.add(name);
			}
			res.setHeader('content-type', type);
			res.end(type === 'application/json' ? '{}' : '');
		});
	}).listen(0);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://localhost:${port}`,
		requests,
		spans,
		metrics,
		close() {
			server.close();
			server.closeAllConnections();
		},
	};
}
