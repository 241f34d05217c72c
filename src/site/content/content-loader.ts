import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { checkPublishing } from '../../checker/check-publishing.ts';
import { createCorpus } from '../../checker/corpus.ts';
import type { Finding } from '../../checker/finding.ts';
import { parsePage, type Page } from '../../checker/page.ts';
import type { Report } from '../../checker/report.ts';
import type { SourceFile } from '../../checker/source-file.ts';
import { lastCommitDates } from '../../corpus/last-commit-dates.ts';
import { ContentFolderError, readCorpus } from '../../corpus/read-corpus.ts';
import { locales, sourceLocale } from '../../locales.ts';
import { pretty } from '../../reporters/pretty.ts';
import { createTranslationCheck } from '../parity/check-translations.ts';
import { pageTranslation } from '../parity/page-translation.ts';
import { entryId } from '../routing/addresses.ts';
import { ContentError } from './content-error.ts';
import { findDamagedImages } from './damaged-images.ts';
import { contentsPages } from './contents-page.ts';
import { generatorDigest } from './generator-digest.ts';
import { platform } from './platform.ts';
import { storePage } from './store-page.ts';
import { watchFolder } from './watch-folder.ts';

/**
 * Loads `<folder>/<locale>/<chapter>/<page>.md` into Starlight's collection. A build stops at
 * content that cannot be published as it was meant, with all its problems at once; the dev server
 * reports them and shows what it can.
 *
 * @param folder content folder, relative to the project
 */
export function contentLoader(folder: string): Loader {
	return {
		name: 'handbook-content',
		async load(context) {
			const root = fileURLToPath(context.config.root);
			const contentDir = resolve(root, folder);
			const shownDir = relative(root, contentDir).replaceAll('\\', '/');
			const generator = await generatorDigest(root, [context.config.base]);
			const parse = rememberingParser();
			const checkTranslations = createTranslationCheck(context.watcher !== undefined);

			const sync = async (): Promise<void> => {
				const isBuild = context.watcher === undefined;
				const { files, assets, strays } = await readCorpus(contentDir, folders, root).catch(
					withoutTrace,
				);
				const checked = checkTranslations(files);
				// Awaited below, unless the content is refused before.
				checked.catch(() => undefined);
				const written = files.map(parse);
				const all = [...written, ...contentsPages(written, shownDir).map(parse)];
				const pages = isBuild
					? all.filter(({ frontMatter }) => frontMatter.data.draft !== true)
					: all;
				const damagedImages = await findDamagedImages(assets, contentDir);
				const corpus = createCorpus({
					...{ pages, folders, assets, damagedImages, strays, platform },
				});
				const findings = checkPublishing(corpus);
				if (findings.length > 0) {
					const report = pretty(reportOn(pages, findings));
					if (isBuild)
						throw new ContentError(
							`Content that cannot be published as it is:\n\n${report.trimEnd()}`,
						);
					context.logger.error(`Content that a build would refuse:\n\n${report}`);
				}
				const dates = await lastCommitDates(contentDir);
				const stale = new Set(context.store.keys());
				for (const page of publishable(pages, findings)) {
					stale.delete(entryId(page));
					// Pages of the source need not wait: they are rendered meanwhile.
					const isSource = page.locale === sourceLocale.folder;
					const status = isSource ? undefined : (await checked).get(page.path);
					await storePage(page, corpus, context, {
						generator,
						lastUpdated: dates.get(`${page.locale}/${page.page}`),
						translation: status && pageTranslation(page, corpus, status),
					});
				}
				for (const id of stale) context.store.delete(id);
				const drafts = all.length - pages.length;
				context.logger.info(
					`${pages.length} pages from ${folder}${drafts > 0 ? `, ${drafts} drafts left out` : ''}`,
				);
			};
			await sync();
			watchFolder(context, contentDir, sync);
		},
	};
}

const folders = locales.map(({ folder }) => folder);

function withoutTrace(error: unknown): never {
	throw error instanceof ContentFolderError ? new ContentError(error.message) : error;
}

/** What the reporters ask for; a build compares no page with its source. */
function reportOn(pages: readonly Page[], findings: readonly Finding[]): Report {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	const warnings = findings.length - errors;
	return { findings, summary: { pages: pages.length, pairs: 0, errors, warnings } };
}

/** Parsing again what did not change would make a saved page wait for all others. */
function rememberingParser(): (file: SourceFile) => Page {
	const known = new Map<string, Page>();
	return (file) => {
		const page = known.get(file.path);
		if (page?.text === file.text && !page.defect && !file.defect) return page;
		const parsed = parsePage(file);
		known.set(file.path, parsed);
		return parsed;
	};
}

/** Pages that have a title and an address of their own; a build has only such pages. */
function publishable(pages: readonly Page[], findings: readonly Finding[]): Page[] {
	const blocking = new Set([
		'file-unreadable',
		'page-title',
		'page-address',
		'frontmatter-invalid',
	]);
	const blocked = new Set(
		findings.filter(({ ruleId }) => blocking.has(ruleId)).map(({ path }) => path),
	);
	return pages.filter(({ path }) => !blocked.has(path));
}
