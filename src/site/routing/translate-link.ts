import { parseDocument } from '../../checker/document/parse-document.ts';
import { localeNames } from '../../checker/locale-names.ts';
import { createScaffold } from '../../checker/scaffold/create-scaffold.ts';
import { createHeadingTable, type HeadingTable } from '../../checker/scaffold/heading-table.ts';
import { shortenScaffold } from '../../checker/scaffold/shorten-scaffold.ts';
import type { SourceFile } from '../../checker/source-file.ts';
import { readSourceFile } from '../../corpus/read-source-file.ts';
import { sourceLocale, type Locale } from '../../locales.ts';
import { createSiteChecker, sitePolicy } from '../parity/site-checker.ts';
import { settings } from '../settings.ts';
import { entriesByLocale } from './entries.ts';

/** How somebody begins a translation. */
export interface TranslateLink {
	/** Opens the repository's editor for a new file that holds the scaffold. */
	readonly href: string;
	/** What does the same in a clone. */
	readonly command: string;
}

/** Characters of an address that code hosts still accept. */
const LONGEST = 6000;

/**
 * The link that begins the translation of a page, or `undefined` where there is no repository or no file.
 *
 * @param slug path of the page that all languages share
 */
export async function translateLink(
	locale: Locale,
	slug: string,
): Promise<TranslateLink | undefined> {
	const { newFileUrl } = settings;
	const path = (await entriesByLocale()).get(sourceLocale.folder)?.get(slug)?.filePath;
	if (!newFileUrl || !path) return undefined;
	const source = read(path, sourceLocale);
	// A list of pages that the site has made for want of a home page.
	if (source.defect) return undefined;
	const target = { ...source, path: pathIn(locale, path), locale: locale.lang };
	const command = `npx parity new ${locale.folder} ${source.page.replace(/\.md$/i, '')}`;
	const { text } = await createScaffold(source, target, {
		headings: await headingsIn(locale),
		translatedKeys: sitePolicy().translatedKeys,
		checker: (checker ??= createSiteChecker()),
	});
	const address = (value: string): string =>
		`${newFileUrl}?${new URLSearchParams({ filename: target.path, value }).toString()}`;
	const short = shortenScaffold(
		{ ...target, text },
		`An address holds no more. In a clone, \`${command}\` writes the whole page.`,
		(value) => address(value).length <= LONGEST,
	);
	return { href: address(short), command };
}

let checker: ReturnType<typeof createSiteChecker> | undefined;
const known = new Map<Locale, HeadingTable>();

/** Learnt once: the pages that exist hardly change their headings. */
async function headingsIn(locale: Locale): Promise<HeadingTable> {
	let table = known.get(locale);
	if (!table) {
		const byLocale = await entriesByLocale();
		const pairs = [...(byLocale.get(locale.folder) ?? [])].flatMap(([slug, { filePath }]) => {
			const source = byLocale.get(sourceLocale.folder)?.get(slug)?.filePath;
			return source && filePath
				? [
						[
							parseDocument(read(source, sourceLocale)),
							parseDocument(read(filePath, locale)),
						] as const,
					]
				: [];
		});
		known.set(locale, (table = createHeadingTable(pairs, localeNames(locale.lang, locale.folder))));
	}
	return table;
}

function read(path: string, { folder, lang }: Locale): SourceFile {
	const page = path.slice(`${settings.contentDir}/${folder}/`.length);
	return readSourceFile(path, { path, locale: lang, page });
}

function pathIn({ folder }: Locale, sourcePath: string): string {
	const [before, after] = [sourceLocale.folder, folder].map(
		(each) => `${settings.contentDir}/${each}/`,
	);
	return after! + sourcePath.slice(before!.length);
}
