import module from 'node:module';
import { availableParallelism } from 'node:os';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Share } from './check-worker.ts';
import type { CheckedPage, PageTask, Plan } from './plan.ts';

/** Files from which a second thread saves more than it costs to start. */
const WORTH_A_THREAD = 600;
const MOST_THREADS = 4;

/**
 * Checks pages, many of them in several threads, which begin at once; they come in any order.
 */
export function checkInThreads(
	plan: Plan,
	tasks: readonly PageTask[],
	wantsKeys: boolean,
): AsyncGenerator<readonly CheckedPage[]> {
	const files = tasks.reduce((sum, { targets }) => sum + 1 + targets.length, 0);
	const threads = files < WORTH_A_THREAD ? 1 : Math.min(MOST_THREADS, availableParallelism());
	if (threads === 1) return checkHere({ plan, tasks, wantsKeys });
	const shares = shareOut(tasks, threads);
	return merge(shares.map((share) => start({ plan, tasks: share, wantsKeys })));
}

/** The checker is loaded where it is needed only: this thread has to start the others first. */
async function* checkHere({
	plan,
	tasks,
	wantsKeys,
}: Share): AsyncGenerator<readonly CheckedPage[]> {
	if (tasks.length === 0) return;
	const { checkPages } = await import('./check-pages.ts');
	for await (const page of checkPages(plan, tasks, { wantsKeys })) yield [page];
}

/** Every n-th page for each thread, so that a folder of long pages is shared out. */
function shareOut(tasks: readonly PageTask[], threads: number): PageTask[][] {
	return Array.from({ length: threads }, (_, index) =>
		tasks.filter((__, at) => at % threads === index),
	);
}

function start(workerData: Share): Worker {
	// Workers find the compiled code of the main thread by the environment only.
	const cache = module.getCompileCacheDir();
	if (cache) process.env.NODE_COMPILE_CACHE = cache;
	return new Worker(new URL('./check-worker.ts', import.meta.url), { workerData, env: SHARE_ENV });
}

/** Listens from now on, since a thread that nobody listens to yet is not heard. */
function merge(workers: readonly Worker[]): AsyncGenerator<readonly CheckedPage[]> {
	const waiting: (readonly CheckedPage[])[] = [];
	let running = workers.length;
	let failure: Error | undefined;
	let wake = (): void => undefined;
	for (const worker of workers) {
		worker.on('message', (batch: readonly CheckedPage[]) => {
			waiting.push(batch);
			wake();
		});
		worker.on('error', (error: Error) => {
			failure = error;
			wake();
		});
		worker.on('exit', () => {
			running--;
			wake();
		});
	}
	async function* batches(): AsyncGenerator<readonly CheckedPage[]> {
		try {
			while (!failure && (running > 0 || waiting.length > 0)) {
				const next = waiting.shift();
				if (next) yield next;
				else await new Promise<void>((resolve) => (wake = resolve));
			}
			if (failure) throw failure;
		} finally {
			for (const worker of workers) void worker.terminate();
		}
	}
	return batches();
}
