import type { LoaderContext } from 'astro/loaders';
import type { Corpus } from '../../checker/corpus.ts';
import type { Page } from '../../checker/page.ts';
import { locales } from '../../locales.ts';
import type { Translation } from '../parity/translation.ts';
import { entryId, localePrefix, siteHrefs } from '../routing/addresses.ts';
import { pageBody } from './page-body.ts';
import { withInstructions } from '../markdown/render-instructions.ts';
import { stateFacts } from '../releases/release-facts.ts';

/** What is known of a page beside its text. */
export interface PageFacts {
	/** Digest of everything but the page that decides how it is rendered. */
	readonly generator: string;
	readonly lastUpdated: Date | undefined;
	/** How it stands to its source; a page of the source has no such thing. */
	readonly translation: Translation | undefined;
}

/**
 * Renders a page and puts it into Starlight's collection, unless neither the page nor anything that
 * decides how it is rendered has changed.
 */
export async function storePage(
	page: Page,
	corpus: Corpus,
	context: LoaderContext,
	{ generator, lastUpdated, translation }: PageFacts,
): Promise<void> {
	const { config } = context;
	const id = entryId(page);
	const instructions = {
		headingIds: corpus.anchors(page).ids,
		hrefs: siteHrefs(page, corpus, config.base.replace(/\/?$/, '/')),
		staleIds: (translation?.staleSections ?? []).flatMap(({ anchor }) => anchor ?? []),
	};
	const digest = context.generateDigest({
		text: page.text,
		...{ lastUpdated, generator, translation },
		...instructions,
	});
	if (context.store.get(id)?.digest === digest) return;

	const { lang } = locales.find(({ folder }) => folder === page.locale)!;
	const data = await context.parseData({
		id,
		filePath: page.path,
		data: {
			title: page.mainHeading && stateFacts(page.mainHeading.text, lang),
			description: shorten(stateFacts(page.firstParagraph, lang)),
			...(lastUpdated && { lastUpdated }),
			...page.frontMatter.data,
			translation,
		},
	});
	// Starlight takes a page's language from its path below `src/content/docs`.
	const virtual = [localePrefix(page.locale), page.page].filter(Boolean).join('/');
	const rendered = await context.renderMarkdown(withInstructions(pageBody(page), instructions), {
		fileURL: new URL(`content/docs/${virtual}`, config.srcDir),
	});
	delete rendered.metadata?.frontmatter;
	context.store.set({
		id,
		data,
		filePath: page.path,
		digest,
		rendered,
		assetImports: rendered.metadata?.imagePaths ?? [],
	});
}

/** At most 160 characters, which is what search engines show, cut between words. */
function shorten(text: string): string | undefined {
	if (text.length <= 160) return text || undefined;
	return `${text.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}
