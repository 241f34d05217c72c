import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a payment provider learns from one order. */
export interface Payment {
	/** The `authorization` header, without `Bearer `. */
	readonly key: string;
	readonly charge: boolean;
}

export interface Payments {
	/** `http://127.0.0.1:<port>/` */
	readonly url: string;
	readonly received: readonly Payment[];
	stop(): void;
}

/** Starts a payment provider that accepts everything after 20 ms, as one over a network would. */
export async function startPayments(): Promise<Payments> {
	const received: Payment[] = [];
	const server = createServer((req, res) => {
		void text(req).then((body) => {
			const { charge } = JSON.parse(body) as Payment;
			received.push({ key: req.headers.authorization!.replace('Bearer ', ''), charge });
			setTimeout(() => res.writeHead(201).end(), 20);
		});
	});
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		received,
		stop() {
			server.close();
			server.closeAllConnections();
		},
	};
}

/** Statuses of that many orders, sent ten at a time. */
export async function sendOrders(port: number, orders: number): Promise<number[]> {
	const statuses: number[] = [];
	while (statuses.length < orders) {
		const ten = Array.from({ length: Math.min(10, orders - statuses.length) }, async () => {
			const answer = await fetch(`http://localhost:${port}/orders`, { method: 'POST' });
			await answer.text();
			return answer.status;
		});
		statuses.push(...(await Promise.all(ten)));
	}
	return statuses;
}
