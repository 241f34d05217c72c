import { EventEmitter, once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { Transform } from 'node:stream';

export interface Relay {
	readonly port: number;
	/** Emits `end` when the server ends a connection; the client learns of it after the delay. */
	readonly server: EventEmitter;
	stop(): void;
}

/** Stands between a client and the server on `target`, and delays all that they send by `delay` ms. */
export async function startRelay(target: number, delay: number): Promise<Relay> {
	const server = new EventEmitter();
	const relay = createServer({ allowHalfOpen: true }, (client) => {
		const onward = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true });
		client.on('error', () => onward.destroy());
		onward.on('error', () => client.resetAndDestroy());
		onward.once('end', () => server.emit('end'));
		client.pipe(late(delay)).pipe(onward);
		onward.pipe(late(delay)).pipe(client);
	}).listen(0, '127.0.0.1');
	await once(relay, 'listening');
	return {
		port: (relay.address() as AddressInfo).port,
		server,
		stop: () => void relay.close(),
	};
}

function late(delay: number): Transform {
	return new Transform({
		transform(chunk, _, done) {
			setTimeout(done, delay, null, chunk);
		},
		flush(done) {
			setTimeout(done, delay);
		},
	});
}
