import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';

/**
 * Tells the dev server a second time that the stored content has changed. A file that goes makes the
 * browser reload at once, and a page that is being prepared when Astro 7.3 writes its store would
 * leave the dev server with the content of before.
 */
export function readStoreAgain({ watcher, config }: LoaderContext): void {
	if (!watcher) return;
	const store = fileURLToPath(new URL('.astro/data-store.json', config.root));
	// Astro takes what comes within a second for the echo of its own writing, half a second from now.
	setTimeout(() => watcher.emit('change', store), 2000).unref();
}
