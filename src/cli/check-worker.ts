import { parentPort, workerData } from 'node:worker_threads';
import { checkPages } from './check-pages.ts';
import type { CheckedPage, PageTask, Plan } from './plan.ts';

/** Pages after which a thread tells what it has found: each message costs. */
const BATCH = 20;

/** The part of a run that has a thread of its own. */
export interface Share {
	readonly plan: Plan;
	readonly tasks: readonly PageTask[];
	readonly wantsKeys: boolean;
}

const { plan, tasks, wantsKeys } = workerData as Share;
let batch: CheckedPage[] = [];
for await (const page of checkPages(plan, tasks, { wantsKeys })) {
	batch.push(page);
	if (batch.length < BATCH) continue;
	parentPort!.postMessage(batch);
	batch = [];
}
parentPort!.postMessage(batch);
