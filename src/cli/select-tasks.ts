import type { FoundPages } from '../corpus/find-pages.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';

/** Which of the pages a run looks at; all of them where nothing is said. */
export interface CorpusSelection {
	/** Whether a file takes part, by its path. */
	readonly includes?: ((path: string) => boolean) | undefined;
	/** `[2, 4]`: the second quarter of the pages. */
	readonly shard?: readonly [number, number] | undefined;
}

/** Pages in a stable order. A source page that is selected brings all its translations along. */
export function selectTasks(
	plan: Plan,
	found: FoundPages,
	{ includes, shard = [1, 1] }: CorpusSelection,
): PageTask[] {
	const { source, target } = patternsOf(plan);
	const sources = new Set(found.source);
	const byLocale = plan.locales.map(({ tag, part }) => ({
		...{ tag, part },
		pages: new Set(found.targets.get(tag)),
	}));
	const all = [...new Set([...sources, ...byLocale.flatMap(({ pages }) => [...pages])])].sort();
	const [index, count] = shard;
	const from = Math.floor(((index - 1) * all.length) / count);
	const to = Math.floor((index * all.length) / count);
	return all.slice(from, to).flatMap((page): PageTask[] => {
		const isWhole = !includes || (sources.has(page) && includes(source.path(page, '')));
		const wanted = byLocale.filter(({ part }) => isWhole || includes(target.path(page, part)));
		if (wanted.length === 0 && !isWhole) return [];
		const targets = wanted.filter(({ pages }) => pages.has(page)).map(({ tag }) => tag);
		return [{ page, hasSource: sources.has(page), targets }];
	});
}
