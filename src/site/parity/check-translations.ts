import { Worker } from 'node:worker_threads';
import type { SourceFile } from '../../checker/source-file.ts';
import type { TranslationStatus } from '../../checker/staleness/translation-status.ts';

/** Path of a translation -> how it stands. */
export type TranslationStatuses = ReadonlyMap<string, TranslationStatus>;

/**
 * A function that says how each translation among the files of a content folder stands. It works in
 * a thread of its own, while pages are rendered; called again, it checks only pages of which a file
 * has changed. To be called again after it has answered.
 *
 * @param isRepeated whether there will be another call; otherwise the thread ends with the first
 */
export function createTranslationCheck(
	isRepeated: boolean,
): (files: readonly SourceFile[]) => Promise<TranslationStatuses> {
	let thread: Worker | undefined;
	return (files) => {
		const worker = (thread ??= new Worker(new URL('./translation-thread.ts', import.meta.url)));
		const { promise, resolve, reject } = Promise.withResolvers<TranslationStatuses>();
		const fail = (error: unknown): void => {
			thread = undefined;
			reject(error instanceof Error ? error : new Error(String(error)));
		};
		// While it works the program waits for it; afterwards it may end.
		worker.ref();
		worker.once('error', fail);
		worker.once('message', (statuses: TranslationStatuses) => {
			worker.off('error', fail);
			if (isRepeated) worker.unref();
			else void worker.terminate();
			resolve(statuses);
		});
		worker.postMessage(files);
		return promise;
	};
}
