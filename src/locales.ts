/** One language of the handbook. */
export interface Locale {
	/** Folder below `content/`, and first part of the address unless it is the source: `pt-br`. */
	readonly folder: string;
	/** BCP 47 tag, as HTML and search engines want it: `pt-BR`. */
	readonly lang: string;
	/** The language's name in itself, shown in the language picker. */
	readonly label: string;
	/** The site's title in this language; without it, the source's. */
	readonly title?: string;
	/** Writing direction, where it is not from left to right. */
	readonly dir?: 'rtl';
}

/**
 * The languages, said once. The first one is the source: every page begins there, and its addresses
 * have no language in them. To add a language, add an entry here and a folder to `content/`.
 */
export const locales: readonly [Locale, ...Locale[]] = [
	{ folder: 'en', lang: 'en', label: 'English', title: 'Node.js Production Handbook' },
	{ folder: 'fr', lang: 'fr', label: 'Français', title: 'Manuel Node.js en production' },
	{
		folder: 'pt-br',
		lang: 'pt-BR',
		label: 'Português (Brasil)',
		title: 'Manual de Node.js em produção',
	},
	{ folder: 'es', lang: 'es', label: 'Español', title: 'Manual de Node.js en producción' },
];

export const sourceLocale: Locale = locales[0];
