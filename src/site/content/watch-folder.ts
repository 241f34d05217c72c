import { resolve } from 'node:path';
import type { LoaderContext } from 'astro/loaders';

/** Calls `sync` once for each burst of changes below the folder, never twice at the same time. */
export function watchFolder(
	{ watcher, logger }: LoaderContext,
	folder: string,
	sync: () => Promise<void>,
): void {
	if (!watcher) return;
	watcher.add(folder);
	let timer: NodeJS.Timeout | undefined;
	let running = Promise.resolve();
	watcher.on('all', (_event, path) => {
		if (!resolve(path).startsWith(folder)) return;
		clearTimeout(timer);
		timer = setTimeout(() => {
			running = running.then(sync).catch((error: unknown) => {
				logger.error(error instanceof Error ? error.message : String(error));
			});
		}, 50);
	});
}
