import { createChecker, type Checker, type PageGroup } from '../../checker/check.ts';
import type { Severity } from '../../checker/finding.ts';
import { localeNames } from '../../checker/locale-names.ts';
import { defaultPolicy, type Policy } from '../../checker/policy.ts';
import type { SourceFile } from '../../checker/source-file.ts';
import { locales, sourceLocale } from '../../locales.ts';
import config from '../../../parity.config.ts';

/** What the site reads of the configuration; the rest is about where pages lie, which it knows. */
type Decisions = Partial<Policy> & {
	readonly rules?: Readonly<Record<string, Severity | 'off'>>;
};

/** The checker with the languages of the site and the decisions of `parity.config.ts`. */
export function createSiteChecker(): Checker {
	const { rules = {} }: Decisions = config;
	const folders = new Map(locales.map(({ lang, folder }) => [lang, folder]));
	return createChecker({
		sourceLocale: sourceLocale.lang,
		tags: (lang) => localeNames(lang, folders.get(lang)),
		policy: sitePolicy(),
		severities: rules,
		today: new Date().toISOString().slice(0, 10),
	});
}

/** What the project lets its translations decide. */
export function sitePolicy(): Policy {
	const decisions: Partial<Policy> = config;
	return { ...defaultPolicy, ...decisions };
}

/** Files of one page as the checker wants them: their language is a tag, not a folder. */
export function pageGroup(files: readonly SourceFile[]): PageGroup {
	const inLanguage = ({ folder, lang }: (typeof locales)[number]): SourceFile[] =>
		files.filter(({ locale }) => locale === folder).map((file) => ({ ...file, locale: lang }));
	const [source] = inLanguage(sourceLocale);
	return { source, targets: locales.slice(1).flatMap(inLanguage) };
}
