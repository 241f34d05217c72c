import { parentPort, workerData } from 'node:worker_threads';
import { checkPages } from './check-pages.ts';
import type { Batch, PageTask, Plan } from './plan.ts';

/** Pages after which a thread tells what it has found: each message costs. */
const BATCH = 20;

/** The part of a run that has a thread of its own. Sends findings and the number of pages. */
const { plan, tasks } = workerData as { readonly plan: Plan; readonly tasks: readonly PageTask[] };
let batch: Batch = { findings: [], pages: 0 };
for await (const findings of checkPages(plan, tasks)) {
	batch = { findings: [...batch.findings, ...findings], pages: batch.pages + 1 };
	if (batch.pages < BATCH) continue;
	parentPort!.postMessage(batch);
	batch = { findings: [], pages: 0 };
}
parentPort!.postMessage(batch);
