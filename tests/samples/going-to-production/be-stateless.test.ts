import { describe, expect } from 'vitest';
import { test, type SampleFolder } from '../sample-test.ts';
import { freePort } from '../start-process.ts';

const PAGE = 'going-to-production/be-stateless';

describe('sessions', () => {
	test('in process memory are lost at every other instance', async ({ folder }) => {
		folder.sample(`${PAGE} Avoid sessions.js`);
		const ports = await startTwo(folder, { SESSION_SECRET: 'for-tests' });
		expect(await visits([...ports, ...ports, ...ports])).toEqual([1, 1, 1, 1, 1, 1]);
	});

	test('in a shared store survive the second instance, and the death of the first', async ({
		folder,
		redis,
	}) => {
		folder.sample(`${PAGE} Prefer sessions.js`);
		const env = { SESSION_SECRET: 'for-tests', REDIS_URL: redis.url };
		const ports = await startTwo(folder, env);
		expect(await visits([...ports, ...ports])).toEqual([1, 2, 3, 4]);
	});
});

async function startTwo(folder: SampleFolder, env: Record<string, string>) {
	const ports = [await freePort(), await freePort()];
	await Promise.all(
		ports.map((port) =>
			folder.node(['sessions.js'], { env: { ...env, PORT: String(port) } }).listening(port),
		),
	);
	return ports;
}

/** One client, which keeps its cookie, asks the ports in turn. */
async function visits(ports: readonly number[]): Promise<number[]> {
	const counts: number[] = [];
	let cookie = '';
	for (const port of ports) {
		const answer = await fetch(`http://localhost:${port}/visits`, { headers: { cookie } });
		cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
		counts.push(Number(await answer.text()));
	}
	return counts;
}
