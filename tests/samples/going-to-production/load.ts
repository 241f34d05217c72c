import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { ask } from './ask.ts';

/** How many requests ended with each status, or with each code of an error. */
export type Outcomes = Readonly<Record<string, number>>;

export interface Load {
	/** Lets the last requests end. */
	stop(): Promise<Outcomes>;
}

/**
 * Sends requests from clients that each keep a connection.
 *
 * @param periodMs time between two requests of a client; 0 lets it ask again after each answer
 */
export function startLoad(url: string, clients: number, periodMs = 0): Load {
	const outcomes: Record<string, number> = {};
	const began = performance.now();
	let stopped = false;
	async function run(client: number): Promise<void> {
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		const phase = (periodMs * client) / clients;
		for (;;) {
			const time = performance.now() - began - phase;
			if (periodMs > 0) await delay(periodMs - (time % periodMs));
			// Its connection stays open until the server closes it, as that of a browser does.
			if (stopped) return;
			const outcome = await ask(url, { agent });
			outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
		}
	}
	const running = Array.from({ length: clients }, (_, client) => run(client));
	return {
		async stop() {
			stopped = true;
			await Promise.all(running);
			return outcomes;
		},
	};
}
