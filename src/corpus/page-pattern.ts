/** Where pages lie: a path with `{page}`, and for translations mostly `{locale}`. */
export interface PagePattern {
	/** As it was written, without `./` at its start. */
	readonly text: string;
	/** The deepest folder that holds all matching files: `docs/fr` for `docs/{locale}/{page}`. */
	folder(locale: string): string;
	readonly hasLocale: boolean;
	/** The page that a path belongs to, in one locale or in any; `undefined` where it matches none. */
	match(
		path: string,
		locale?: string,
	): { readonly page: string; readonly locale: string } | undefined;
	/** `path('a/b.md', 'fr')` => `'docs/fr/a/b.md'` */
	path(page: string, locale: string): string;
}

/** The pattern cannot be understood; the message says why. */
export class PatternError extends Error {}

/** Extensions that are read where a pattern does not spell one out. */
const READ = /\.mdx?$/i;

/**
 * @param text such as `content/{locale}/{page}` or `sections/{page}.{locale}.md`
 * @throws PatternError where `{page}` is missing or a placeholder is unknown
 */
export function parsePattern(text: string): PagePattern {
	const written = text
		.replaceAll('\\', '/')
		.replace(/^(?:\.\/)+/, '')
		.replace(/\/{2,}/g, '/');
	const placeholders = [...written.matchAll(/\{[^}]*\}/g)].map(([each]) => each);
	const unknown = placeholders.find((each) => each !== '{page}' && each !== '{locale}');
	if (unknown)
		throw new PatternError(
			`\`${text}\` has the placeholder \`${unknown}\`. Use \`{page}\` and \`{locale}\`.`,
		);
	if (placeholders.filter((each) => each === '{page}').length !== 1) {
		const onePage = written.replace(/[^/{}.]+(?=(?:[._-]\{locale\})?\.mdx?$)/, '{page}');
		throw new PatternError(
			`\`${text}\` has to hold \`{page}\` once. ` +
				(onePage === written
					? 'Write it where the path of a page stands, as in `docs/{locale}/{page}`.'
					: `To check this page only, write \`${onePage}\`, and the path of its file behind the options.`),
		);
	}
	const isOpen = written.endsWith('{page}');
	const hasLocale = placeholders.includes('{locale}');
	const expressions = new Map<string, RegExp>();
	const expression = (locale: string | undefined): RegExp => {
		const key = locale ?? '';
		let known = expressions.get(key);
		if (!known) {
			let isFirst = true;
			const source = written.replace(/\{page\}|\{locale\}|./gsu, (part) => {
				if (part === '{page}') return '(?<page>.+)';
				if (part !== '{locale}') return RegExp.escape(part);
				if (!isFirst) return String.raw`\k<locale>`;
				isFirst = false;
				return `(?<locale>${locale === undefined ? '[^/.]+' : RegExp.escape(locale)})`;
			});
			expressions.set(key, (known = new RegExp(`^${source}$`, 'u')));
		}
		return known;
	};
	return {
		text: written,
		folder: (locale) =>
			written
				.slice(0, written.indexOf('{page}'))
				.replaceAll('{locale}', () => locale)
				.replace(/(?:^|\/)[^/]*$/, ''),
		hasLocale,
		match(path, locale) {
			const groups = expression(locale).exec(path)?.groups;
			if (!groups?.page || (isOpen && !READ.test(path))) return undefined;
			return { page: groups.page, locale: groups.locale ?? '' };
		},
		path: (page, locale) =>
			written.replaceAll('{locale}', () => locale).replace('{page}', () => page),
	};
}
