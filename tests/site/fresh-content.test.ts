import { EventEmitter, once } from 'node:events';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { freshContent } from '../../src/site/content/fresh-content.ts';
import { scratchFolder } from './scratch-folder.ts';

type Middleware = (...of: [...Parameters<RequestListener>, () => void]) => void;

/** A dev server as far as content is concerned; it sends a page when it is told to. */
function pretendServer() {
	const folder = scratchFolder('fresh');
	const store = join(folder, '.astro/data-store.json');
	mkdirSync(join(folder, '.astro'));
	const watcher = new EventEmitter();
	const events = new EventEmitter();
	let middleware: Middleware | undefined;
	const { hooks } = freshContent();
	void hooks['astro:config:setup']!({
		config: { root: pathToFileURL(`${folder}/`) },
	} as Parameters<NonNullable<(typeof hooks)['astro:config:setup']>>[0]);
	void hooks['astro:server:setup']!({
		server: {
			watcher,
			middlewares: { use: (given: Middleware) => void (middleware = given) },
			environments: {
				ssr: { moduleGraph: { getModuleById: () => ({ lastHMRTimestamp: invalidatedAt }) } },
			},
		},
	} as unknown as Parameters<NonNullable<(typeof hooks)['astro:server:setup']>>[0]);
	const http = createServer((request, response) => {
		middleware!(request, response, () => {
			events.once('send', () => response.end('text'));
			events.emit('preparing');
		});
	});
	let invalidatedAt = 0;
	let readAgain = 0;
	watcher.on('change', (path) => {
		if (path === store) readAgain++;
	});
	return {
		http,
		readAgain: () => readAgain,
		/** As Astro does it when the store is written, or a while later where there is much to do. */
		invalidate: () => {
			invalidatedAt = Date.now();
		},
		/** As Astro does it: beside the old file, and then in its place. */
		writeStore: () => {
			writeFileSync(`${store}.tmp`, '[]');
			renameSync(`${store}.tmp`, store);
		},
		request: async (path: string, meanwhile: () => void | Promise<void>) => {
			const preparing = once(events, 'preparing');
			const { port } = http.address() as AddressInfo;
			const answer = fetch(`http://localhost:${port}${path}`);
			await preparing;
			await pause(20);
			await meanwhile();
			events.emit('send');
			await (await answer).text();
		},
	};
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('content that is stored while the dev server prepares a page', () => {
	let server: ReturnType<typeof pretendServer>;

	beforeEach(async () => {
		server = pretendServer();
		server.writeStore();
		await pause(20);
		server.http.listen(0);
		await once(server.http, 'listening');
	});
	afterEach(() => {
		server.http.close();
	});

	test('is read again, once, when the page is sent', async () => {
		await server.request('/fr/', server.writeStore);
		await server.request('/fr/', () => undefined);
		await vi.waitUntil(() => server.readAgain() > 0, { timeout: 5000 });
		await server.request('/fr/', () => undefined);
		await pause(1500);
		expect(server.readAgain()).toBe(1);
	});

	test('is not read again while another page is prepared, which the browser would ask for anew', async () => {
		await server.request('/fr/', server.writeStore);
		await server.request('/fr/', async () => {
			await pause(1500);
			expect(server.readAgain()).toBe(0);
		});
		await vi.waitUntil(() => server.readAgain() === 1, { timeout: 5000 });
	});

	test('is read again where Vite is told of it only while the page is prepared', async () => {
		server.writeStore();
		await pause(20);
		await server.request('/fr/', server.invalidate);
		await vi.waitUntil(() => server.readAgain() === 1, { timeout: 5000 });
	});

	test('is not read again for pages that began later, nor for scripts', async () => {
		await server.request('/fr/', () => undefined);
		await server.request('/src/site/toolbar/parity-app.ts', server.writeStore);
		await pause(20);
		await server.request('/fr/', () => undefined);
		await pause(1500);
		expect(server.readAgain()).toBe(0);
	});
});
