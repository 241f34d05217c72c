import { checkPages } from './check-pages.ts';
import type { CheckedPage, PageTask, Plan } from './plan.ts';

/** The pages of a run, which its threads check together. */
export interface SharedWork {
	readonly plan: Plan;
	readonly tasks: readonly PageTask[];
	/** One number, seen by all threads: how many tasks were taken. */
	readonly taken: Int32Array;
	readonly wantsKeys: boolean;
}

/** Checks pages that no other thread has taken, until there are none. */
export function checkSharedWork({
	plan,
	tasks,
	taken,
	wantsKeys,
}: SharedWork): AsyncGenerator<CheckedPage> {
	return checkPages(plan, take(tasks, taken), { wantsKeys });
}

/** One by one, so that threads end together, whichever began late or met the long pages. */
function* take(tasks: readonly PageTask[], taken: Int32Array): Generator<PageTask> {
	for (;;) {
		const task = tasks[Atomics.add(taken, 0, 1)];
		if (!task) return;
		yield task;
	}
}
