import module from 'node:module';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { CheckedPage, PageTask, Plan } from './plan.ts';
import type { SharedWork } from './shared-work.ts';

/** Files from which a second thread saves more than it costs to start. */
const WORTH_A_THREAD = 600;
const MOST_THREADS = 4;

/** MiB of a further thread for what is new: half takes longer, the default more memory only. */
const YOUNG_GENERATION = 48;

/**
 * Checks pages, many of them in further threads beside this one, which begin at once; they come in
 * any order.
 */
export function checkInThreads(
	plan: Plan,
	tasks: readonly PageTask[],
	wantsKeys: boolean,
): AsyncGenerator<readonly CheckedPage[]> {
	const files = tasks.reduce((sum, { targets }) => sum + 1 + targets.length, 0);
	const threads = files < WORTH_A_THREAD ? 1 : Math.min(MOST_THREADS, availableParallelism());
	const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	const work = { plan, tasks, taken, wantsKeys };
	const others = Array.from({ length: threads - 1 }, () => start(work));
	return merge(work, others);
}

function start(workerData: SharedWork): Worker {
	// Workers find the compiled code of the main thread by the environment only.
	const cache = module.getCompileCacheDir();
	if (cache) process.env.NODE_COMPILE_CACHE = cache;
	// The bundle has this entry too, as JavaScript.
	const entry = `./check-worker${extname(import.meta.filename)}`;
	const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_GENERATION };
	return new Worker(new URL(entry, import.meta.url), {
		workerData,
		env: SHARE_ENV,
		resourceLimits,
	});
}

/**
 * What this thread finds, and what the others do. Listens from now on, since a thread that nobody
 * listens to yet is not heard.
 */
function merge(
	work: SharedWork,
	workers: readonly Worker[],
): AsyncGenerator<readonly CheckedPage[]> {
	let waiting: CheckedPage[] = [];
	let running = workers.length;
	let failure: Error | undefined;
	let wake = (): void => undefined;
	for (const worker of workers) {
		worker.on('message', (batch: readonly CheckedPage[]) => {
			for (const page of batch) waiting.push(page);
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
	const received = (): readonly CheckedPage[] => {
		if (failure) throw failure;
		const pages = waiting;
		waiting = [];
		return pages;
	};
	async function* batches(): AsyncGenerator<readonly CheckedPage[]> {
		try {
			for await (const page of checkHere(work)) yield [page, ...received()];
			for (;;) {
				const pages = received();
				if (pages.length > 0) yield pages;
				else if (running === 0) return;
				else await new Promise<void>((resolve) => (wake = resolve));
			}
		} finally {
			for (const worker of workers) void worker.terminate();
		}
	}
	return batches();
}

/** The checker is loaded where it is needed only: this thread has to start the others first. */
async function* checkHere(work: SharedWork): AsyncGenerator<CheckedPage> {
	if (work.tasks.length === 0) return;
	const { checkSharedWork } = await import('./shared-work.ts');
	yield* checkSharedWork(work);
}
