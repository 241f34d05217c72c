import { join } from 'node:path';
import { readSourceFile, type FileOnDisk } from '../corpus/read-source-file.ts';
import { patternsOf, type PageTask, type Plan } from './plan.ts';

/** A `PageGroup` whose files were read. */
export interface GroupOnDisk {
	readonly source: FileOnDisk | undefined;
	readonly targets: readonly FileOnDisk[];
}

/** Reads pages, each in all the languages of its task. */
export function createGroupReader(plan: Plan): (task: PageTask) => GroupOnDisk {
	const { source, target } = patternsOf(plan);
	return ({ page, hasSource, targets }) => {
		const read = (path: string, locale: string) =>
			readSourceFile(join(plan.folder, path), { path, locale, page });
		return {
			source: hasSource ? read(source.path(page, ''), plan.sourceLocale) : undefined,
			targets: plan.locales
				.filter(({ tag }) => targets.includes(tag))
				.map(({ tag, part }) => read(target.path(page, part), tag)),
		};
	};
}
