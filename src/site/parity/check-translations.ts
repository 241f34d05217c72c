import type { SourceFile } from '../../checker/source-file.ts';
import {
	translationStatus,
	type TranslationStatus,
} from '../../checker/staleness/translation-status.ts';
import { createSiteChecker, pageGroup } from './site-checker.ts';

/** Path of a translation -> how it stands. */
export type TranslationStatuses = ReadonlyMap<string, TranslationStatus>;

/**
 * A function that says how each translation among the files of a content folder stands. Called
 * again, it checks only pages of which a file has changed.
 */
export function createTranslationCheck(): (
	files: readonly SourceFile[],
) => Promise<TranslationStatuses> {
	const checker = createSiteChecker();
	let known = new Map<string, { texts: string; statuses: TranslationStatuses }>();
	return async (files) => {
		const byPage = Map.groupBy(files, ({ page }) => page);
		const next: typeof known = new Map();
		for (const [page, ofPage] of byPage) {
			const texts = JSON.stringify(ofPage.map(({ path, text, defect }) => [path, text, defect]));
			const before = known.get(page);
			next.set(
				page,
				before?.texts === texts ? before : { texts, statuses: await statusesOf(ofPage) },
			);
		}
		known = next;
		return new Map([...next.values()].flatMap(({ statuses }) => [...statuses]));
	};

	async function statusesOf(files: readonly SourceFile[]): Promise<TranslationStatuses> {
		const group = pageGroup(files);
		const findings = await checker.checkPage(group);
		return new Map(
			group.targets.map((target) => [
				target.path,
				translationStatus(
					target,
					findings.filter(({ path }) => path === target.path),
				),
			]),
		);
	}
}
