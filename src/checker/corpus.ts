import Slugger from 'github-slugger';
import { headingIds } from './links/heading-ids.ts';
import { findOrphans, type LocaleInventory } from './inventory.ts';
import type { Page } from './page.ts';

/** Everything a rule about publishing may look at: the pages and what the platform understands. */
export interface Corpus {
	readonly pages: readonly Page[];
	/** Locale folders; the first is the source. */
	readonly folders: readonly string[];
	/** The translations, folder by folder. */
	readonly locales: readonly LocaleInventory[];
	/** Where the source of a page lies, or would lie, below the content folder. */
	readonly sourcePath: (page: string) => string;
	/** Files that are no Markdown, by their path below the content folder: `en/a/picture.svg`. */
	readonly assets: ReadonlySet<string>;
	/** Those of them that are images by their name only. */
	readonly damagedImages: ReadonlySet<string>;
	/** Files and folders that the site cannot place. */
	readonly strays: readonly Stray[];
	readonly platform: Platform;
	/** The page of a locale, or `undefined`. */
	readonly find: (locale: string, page: string) => Page | undefined;
	/** What fragments can point to on a page. */
	readonly anchors: (page: Page) => Anchors;
}

export interface Stray {
	/** As people find it. */
	readonly path: string;
	/** Below the content folder. */
	readonly contentPath: string;
	readonly kind: 'unknown-locale' | 'unknown-type' | 'outside-locale';
}

/** What the site's software understands; the checker does not know it by itself. */
export interface Platform {
	/** Names and aliases of the highlighter's languages. */
	readonly codeLanguages: readonly string[];
	readonly callouts: readonly string[];
	/** Directives that the site replaces by a text of its own, with their colons: `:as-of`. */
	readonly facts: readonly string[];
	/** Why the site cannot replace one of them as it is written, and what to do. */
	readonly validateFact: (written: string) => string | undefined;
	readonly imageTypes: readonly string[];
	/** What is wrong with the values of a page's front matter: `[key, sentence]`. */
	validate(frontMatter: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[];
	/** What keeps a diagram in Mermaid from being drawn, if anything does. */
	findDiagramProblem(code: string): DiagramProblem | undefined;
}

export interface DiagramProblem {
	readonly messageId:
		'kind' | 'title' | 'description' | 'empty' | 'flowchart' | 'state' | 'sequence' | 'unclosed';
	/** Zero-based, within the code. */
	readonly line: number;
	/** What is not understood. */
	readonly found?: string;
}

export interface Anchors {
	/** Ids on the site, one for each heading. */
	readonly ids: readonly string[];
	/** Ids that a Markdown host gives the page's own headings -> ids on the site. */
	readonly idOfSlug: ReadonlyMap<string, string>;
	/** Ids that raw HTML in the page declares. */
	readonly htmlIds: readonly string[];
}

export function createCorpus(
	corpus: Omit<Corpus, 'find' | 'anchors' | 'locales' | 'sourcePath'>,
): Corpus {
	const byPlace = new Map(corpus.pages.map((page) => [`${page.locale}/${page.page}`, page]));
	const find = (locale: string, page: string): Page | undefined => byPlace.get(`${locale}/${page}`);
	const known = new Map<Page, Anchors>();
	const [sourceFolder = '', ...folders] = corpus.folders;
	const pagesOf = (folder: string): string[] =>
		corpus.pages.filter(({ locale }) => locale === folder).map(({ page }) => page);
	const sourcePages = pagesOf(sourceFolder);
	return {
		...corpus,
		sourcePath: (page) => `${sourceFolder}/${page}`,
		locales: folders.map((locale) => {
			const pages = pagesOf(locale);
			const orphans = findOrphans(sourcePages, pages);
			return {
				locale,
				pages,
				orphans,
				path: (page) => find(locale, page)?.path ?? `${locale}/${page}`,
			};
		}),
		find,
		anchors(page) {
			let anchors = known.get(page);
			if (!anchors) {
				const ids = headingIds(page, find(corpus.folders[0]!, page.page));
				const idOfSlug = new Map(page.headings.map(({ slug }, index) => [slug, ids[index]!]));
				known.set(page, (anchors = { ids, idOfSlug, htmlIds: page.htmlIds }));
			}
			return anchors;
		},
	};
}

/**
 * The part of a page's address that all languages share.
 *
 * `pageSlug('going-to-production/index.md')` => `'going-to-production'`;
 * `pageSlug('index.md')` => `''`
 */
export function pageSlug(page: string): string {
	const parts = page.replace(/\.mdx?$/i, '').split('/');
	if (parts.at(-1)?.toLowerCase() === 'index') parts.pop();
	return parts.map((part) => new Slugger().slug(part)).join('/');
}
