import { setImmediate } from 'node:timers/promises';
import { createChecker, type Checker } from '../checker/check.ts';
import { localeNames } from '../checker/locale-names.ts';
import { keyOf } from './page-key.ts';
import type { CheckedPage, PageTask, Plan } from './plan.ts';
import { readEngine } from './read-engine.ts';
import { createGroupReader } from './read-group.ts';

/** A checker that knows the languages, the severities and the policy of a plan. */
export function createPlannedChecker(plan: Plan): Checker {
	const names = new Map(plan.locales.map(({ tag, part }) => [tag, localeNames(tag, part)]));
	return createChecker({
		...plan,
		loadEngine: readEngine,
		tags: (locale) => names.get(locale) ?? localeNames(locale, undefined),
	});
}

export interface CheckPagesOptions {
	/** One that has loaded its grammars, where pages are checked again and again. */
	readonly checker?: Checker;
	readonly wantsKeys?: boolean;
}

/** Checks pages one after the other, so that memory holds one page at a time. */
export async function* checkPages(
	plan: Plan,
	tasks: Iterable<PageTask>,
	{ checker = createPlannedChecker(plan), wantsKeys = false }: CheckPagesOptions = {},
): AsyncGenerator<CheckedPage> {
	const readGroup = createGroupReader(plan);
	for (const task of tasks) {
		const group = readGroup(task);
		const findings = await checker.checkPage(group);
		yield wantsKeys ? { findings, key: keyOf(group) } : { findings };
		// Trees that nobody needs any more are given back between two turns of the event loop only.
		await setImmediate();
	}
}
