import { statSync } from 'node:fs';
import { join } from 'node:path';
import { findPages, type FoundPages } from '../corpus/find-pages.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';
import { selectTasks, type CorpusSelection } from './select-tasks.ts';

/** The pages of a plan as they are at one moment. */
export interface WatchedPages {
	readonly found: FoundPages;
	readonly tasks: readonly PageTask[];
	/** By path. */
	readonly files: ReadonlyMap<string, WatchedFile>;
}

export interface WatchedFile {
	/** What all languages call the page. */
	readonly page: string;
	/** What tells one state of a file from another. */
	readonly stamp: string;
}

/** Lists the pages and the states of their files; nothing is opened. */
export function lookAtPages(plan: Plan, selection: CorpusSelection): WatchedPages {
	const { source, target } = patternsOf(plan);
	const found = findPages(plan.folder, source, target, plan.locales);
	const tasks = selectTasks(plan, found, selection);
	const files = tasks.flatMap(({ page, hasSource, targets }) => {
		const translations = plan.locales
			.filter(({ tag }) => targets.includes(tag))
			.map(({ part }) => target.path(page, part));
		return [...(hasSource ? [source.path(page, '')] : []), ...translations].map(
			(path): [string, WatchedFile] => [path, { page, stamp: stampOf(join(plan.folder, path)) }],
		);
	});
	return { found, tasks, files: new Map(files) };
}

/** Files that were created, changed or removed between two looks: path -> page */
export function savedFiles(before: WatchedPages, now: WatchedPages): ReadonlyMap<string, string> {
	const all = [...before.files, ...now.files];
	const saved = all.filter(
		([path]) => before.files.get(path)?.stamp !== now.files.get(path)?.stamp,
	);
	return new Map(saved.map(([path, { page }]) => [path, page]));
}

function stampOf(path: string): string {
	const file = statSync(path, { throwIfNoEntry: false });
	return `${file?.ino ?? 0} ${file?.size ?? 0} ${file?.ctimeMs ?? 0}`;
}
