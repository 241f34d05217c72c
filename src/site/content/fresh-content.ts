import { statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Astro 7.3 takes what is told of its store within a second of its writing for an echo of that. */
const ECHO = 1000;

/**
 * Keeps the dev server from showing the content of before. A page that is being prepared when Astro
 * writes its store may leave the old store in memory (Vite's module runner keeps what it was
 * fetching when the module became invalid), so the store is read again once that page is sent.
 */
export function freshContent(): AstroIntegration {
	let store = '';
	return {
		name: 'fresh-content',
		hooks: {
			'astro:config:setup'({ config }) {
				store = fileURLToPath(new URL('.astro/data-store.json', config.root));
			},
			'astro:server:setup'({ server }) {
				let readAgainAt = 0;
				const open = new Set<ServerResponse>();
				// One that nobody reads to its end never closes.
				const isPreparing = (): boolean => [...open].some((page) => !page.writableEnded);
				let isOutdated = false;
				let timer: NodeJS.Timeout | undefined;
				const readAgain = (): void => {
					// The browser would give the page up, and ask for it anew.
					if (isPreparing()) return;
					// What is told too early is not heard, and the page would stay as it is.
					const early = Math.max(writtenAt(store), invalidatedAt(server)) + ECHO - Date.now();
					if (early >= 0) {
						clearTimeout(timer);
						timer = setTimeout(readAgain, early + 1).unref();
						return;
					}
					isOutdated = false;
					readAgainAt = Date.now();
					server.watcher.emit('change', store);
				};
				server.middlewares.use((request, response, next) => {
					const began = Date.now();
					if (new URL(request.url ?? '/', 'http://localhost').pathname.endsWith('/')) {
						open.add(response);
						response.once('close', () => {
							open.delete(response);
							const changedAt = Math.max(writtenAt(store), invalidatedAt(server), readAgainAt);
							isOutdated ||= changedAt >= began;
							if (!isOutdated || isPreparing()) return;
							clearTimeout(timer);
							timer = setTimeout(readAgain, ECHO).unref();
						});
					}
					next();
				});
			},
		},
	};
}

/** What of Vite's server is asked for. */
interface DevServer {
	readonly environments: Readonly<
		Record<
			string,
			{
				readonly moduleGraph: {
					getModuleById(id: string): { readonly lastHMRTimestamp: number } | undefined;
				};
			}
		>
	>;
}

/** The module of the store, as Astro names it. */
const STORE_MODULE = '\0astro:data-layer-content';

/** When Astro last told Vite that its store is another one, which may be a while after it was written. */
function invalidatedAt({ environments }: DevServer): number {
	const times = Object.values(environments).map(
		({ moduleGraph }) => moduleGraph.getModuleById(STORE_MODULE)?.lastHMRTimestamp ?? 0,
	);
	return Math.max(0, ...times);
}

/** When the file came to be where it is, in milliseconds; 0 where there is none. */
function writtenAt(path: string): number {
	return statSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;
}
