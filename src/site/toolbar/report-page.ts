import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Checker } from '../../checker/check.ts';
import { pageSlug } from '../../checker/corpus.ts';
import { describe } from '../../checker/describe.ts';
import type { Finding } from '../../checker/finding.ts';
import { listFiles } from '../../corpus/list-files.ts';
import { toPosix } from '../../corpus/read-corpus.ts';
import { readSourceFile } from '../../corpus/read-source-file.ts';
import { sourceLocale } from '../../locales.ts';
import { pageGroup } from '../parity/site-checker.ts';
import { localePrefix, splitId } from '../routing/addresses.ts';
import type { PageReport, ShownFinding } from './page-report.ts';

export interface ContentPlace {
	/** Absolute path of the project. */
	readonly root: string;
	/** Absolute path of the content folder. */
	readonly contentDir: string;
	/** The site's base path, with a slash at its end. */
	readonly base: string;
}

/** What the checker says of the page at an address, read from the disk as it is now. */
export async function reportPage(
	address: string,
	checker: Checker,
	{ root, contentDir, base }: ContentPlace,
): Promise<PageReport> {
	const id = decodeURI(address).slice(base.length).replace(/\/$/, '');
	const { folder, slug } = splitId(id || 'index');
	const page = pagesOf(contentDir, sourceLocale.folder).find((each) => pageSlug(each) === slug);
	if (page === undefined) return { address, isMissing: false, findings: [] };
	const absolute = join(contentDir, folder, page);
	const file = toPosix(relative(root, absolute));
	if (!existsSync(absolute)) return { address, file, isMissing: true, findings: [] };
	const files = [...new Set([sourceLocale.folder, folder])].map((locale) => {
		const path = join(contentDir, locale, page);
		return readSourceFile(path, { path: toPosix(relative(root, path)), locale, page });
	});
	const findings = await checker.checkPage(pageGroup(files));
	return {
		address,
		file,
		isMissing: false,
		findings: findings.filter(({ path }) => path === file).map(shown),
	};

	function shown({ severity, ruleId, range, ...finding }: Finding): ShownFinding {
		const { line = 1, column = 1 } = range?.start ?? {};
		const hasHelp = existsSync(join(contentDir, sourceLocale.folder, 'checks', `${ruleId}.md`));
		const prefix = localePrefix(folder) && `${folder}/`;
		return {
			severity,
			ruleId,
			sentence: describe({ ...finding, severity, ruleId }),
			...(range && { place: `${line}:${column}` }),
			target: `${absolute}:${line}:${column}`,
			...(hasHelp && { helpHref: `${base}${prefix}checks/${ruleId}/` }),
		};
	}
}

/** Pages of a locale folder, relative to it. */
function pagesOf(contentDir: string, folder: string): string[] {
	return listFiles(contentDir, folder)
		.filter((path) => /\.md$/i.test(path))
		.map((path) => path.slice(folder.length + 1));
}
