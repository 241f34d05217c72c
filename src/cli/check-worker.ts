import { parentPort, workerData } from 'node:worker_threads';
import type { CheckedPage } from './plan.ts';
import { checkSharedWork, type SharedWork } from './shared-work.ts';

/** Pages after which a thread tells what it has found: each message costs. */
const BATCH = 20;

let batch: CheckedPage[] = [];
for await (const page of checkSharedWork(workerData as SharedWork)) {
	batch.push(page);
	if (batch.length < BATCH) continue;
	parentPort!.postMessage(batch);
	batch = [];
}
parentPort!.postMessage(batch);
