import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoadBalancer {
	/** `http://127.0.0.1:<port>/` */
	readonly url: string;
	/** Sends requests to this port from now on, too. */
	add(port: number): void;
	remove(port: number): void;
	stop(): void;
}

/** Hands requests to its servers in turn; an error on the way becomes status 502, as at nginx. */
export async function startLoadBalancer(): Promise<LoadBalancer> {
	const ports: number[] = [];
	const agent = new Agent({ keepAlive: true });
	let turn = 0;
	const balancer = createServer((incoming, response) => {
		const port = ports[(turn += 1) % ports.length];
		if (!port) return response.writeHead(503).end();
		const { method, url: path } = incoming;
		return request({ port, host: '127.0.0.1', method, path, agent }, (answer) => {
			response.writeHead(answer.statusCode!);
			answer.once('error', () => response.destroy()).pipe(response);
		})
			.once('error', () => response.writeHead(502).end())
			.end();
	});
	await once(balancer.listen(0, '127.0.0.1'), 'listening');
	return {
		url: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}/`,
		add(port) {
			ports.push(port);
		},
		remove(port) {
			if (ports.includes(port)) ports.splice(ports.indexOf(port), 1);
		},
		stop() {
			balancer.close();
			balancer.closeAllConnections();
			agent.destroy();
		},
	};
}
