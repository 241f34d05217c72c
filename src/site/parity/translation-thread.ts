import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import type { SourceFile } from '../../checker/source-file.ts';
import { translationStatus } from '../../checker/staleness/translation-status.ts';
import type { TranslationStatuses } from './check-translations.ts';
import { createSiteChecker, pageGroup } from './site-checker.ts';

/** The thread that checks: it is sent all files of the content folder, and answers how they stand. */
const checker = createSiteChecker();
let known = new Map<string, { files: readonly SourceFile[]; statuses: TranslationStatuses }>();

parentPort!.on('message', (files: readonly SourceFile[]) => {
	void check(files).then((statuses) => {
		parentPort!.postMessage(statuses);
	});
});

/** Checks the pages of which a file has changed since it was last asked. */
async function check(files: readonly SourceFile[]): Promise<TranslationStatuses> {
	const next: typeof known = new Map();
	for (const [page, ofPage] of Map.groupBy(files, (file) => file.page)) {
		const before = known.get(page);
		if (before && areSame(before.files, ofPage)) {
			next.set(page, before);
			continue;
		}
		next.set(page, { files: ofPage, statuses: await statusesOf(ofPage) });
		// Trees that nobody needs any more are given back between two turns of the event loop only.
		await setImmediate();
	}
	known = next;
	return new Map([...next.values()].flatMap(({ statuses }) => [...statuses]));
}

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

function areSame(before: readonly SourceFile[], now: readonly SourceFile[]): boolean {
	return (
		before.length === now.length &&
		before.every((file, index) => {
			const { path, text, defect } = now[index]!;
			return file.path === path && file.text === text && !file.defect && !defect;
		})
	);
}
