import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type Share } from './check-share.ts';
import type { CheckedPage } from './plan.ts';

/** Pages after which a thread tells what it has found: each message costs. */
const BATCH = 20;

let batch: CheckedPage[] = [];
for await (const page of checkShare(workerData as Share)) {
	batch.push(page);
	if (batch.length < BATCH) continue;
	parentPort!.postMessage(batch);
	batch = [];
}
parentPort!.postMessage(batch);
