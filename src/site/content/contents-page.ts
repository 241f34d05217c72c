import type { Page } from '../../checker/page.ts';
import type { SourceFile } from '../../checker/source-file.ts';
import { locales, sourceLocale, type Locale } from '../../locales.ts';
import { stateFacts } from '../releases/release-facts.ts';

/**
 * A home page for content that has none: without it, the site's title and the addresses of the
 * languages would lead nowhere. It lists the pages, in each language that has some.
 *
 * @returns nothing where there is a home page in the source language
 */
export function contentsPages(pages: readonly Page[], contentDir: string): SourceFile[] {
	const isHome = ({ page }: Page): boolean => page.toLowerCase() === 'index.md';
	if (pages.some((page) => page.locale === sourceLocale.folder && isHome(page))) return [];
	return locales
		.filter((locale) => pages.some((page) => page.locale === locale.folder && !isHome(page)))
		.map((locale) => contentsPage(locale, pages, contentDir));
}

function contentsPage(locale: Locale, pages: readonly Page[], contentDir: string): SourceFile {
	const list = pages
		.filter((page) => page.locale === locale.folder)
		.map(({ page, mainHeading, frontMatter }) => {
			const title = stateFacts(frontMatter.title ?? mainHeading?.text ?? page, locale.lang);
			return `- [${title.replace(/[\\[\]]/g, '\\$&')}](<./${page}>)`;
		});
	return {
		path: `${contentDir}/${locale.folder}/index.md`,
		locale: locale.folder,
		page: 'index.md',
		text: [
			'---',
			'editUrl: false',
			'---',
			'',
			`# ${locale.title ?? sourceLocale.title ?? ''}`,
			'',
			...list,
			'',
		].join('\n'),
	};
}
