import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { locales, sourceLocale } from './src/locales.ts';
import { freshContent } from './src/site/content/fresh-content.ts';
import { drawDiagrams } from './src/site/markdown/draw-diagrams.ts';
import { handbookPlugin } from './src/site/markdown/handbook-plugin.ts';
import { markLongCode } from './src/site/markdown/long-code.ts';
import { followInstructions } from './src/site/markdown/markdown-plugins.ts';
import { scrollableCode } from './src/site/markdown/scrollable-code.ts';
import { settings } from './src/site/settings.ts';
import { parityToolbar } from './src/site/toolbar/parity-toolbar.ts';
import { listsPage } from './src/site/routing/sitemap-pages.ts';
import { searchIndex } from './src/site/search/search-index.ts';

const key = ({ folder }) => (folder === sourceLocale.folder ? 'root' : folder);

export default defineConfig({
	site: settings.site,
	base: settings.base,
	trailingSlash: 'always',
	...(settings.cacheDir && { cacheDir: settings.cacheDir }),
	markdown: {
		// English typography would be forced upon every language.
		processor: satteri({
			mdastPlugins: [followInstructions(), drawDiagrams(), markLongCode],
			features: { smartPunctuation: false },
		}),
	},
	integrations: [
		freshContent(),
		parityToolbar(),
		sitemap({
			i18n: {
				defaultLocale: 'root',
				locales: Object.fromEntries(locales.map((locale) => [key(locale), locale.lang])),
			},
			filter: listsPage,
		}),
		starlight({
			title: Object.fromEntries(
				locales.map(({ lang, title }) => [lang, title ?? sourceLocale.title]),
			),
			locales: Object.fromEntries(
				locales.map(({ folder, lang, label, dir }) => [
					key({ folder }),
					{ lang, label, ...(dir && { dir }) },
				]),
			),
			plugins: [handbookPlugin()],
			logo: { src: './src/site/logo.svg', alt: '' },
			sidebar: [],
			// Built below, by `searchIndex`.
			pagefind: false,
			lastUpdated: true,
			expressiveCode: {
				plugins: [scrollableCode],
				// What a program prints is read to its end, on a phone as well.
				defaultProps: { overridesByLang: { text: { wrap: true } } },
			},
			disable404Route: true,
			customCss: ['./src/site/theme.css', './src/site/diagrams/diagram.css'],
			...(settings.editUrl && { editLink: { baseUrl: settings.editUrl } }),
			...(settings.repository && {
				social: [{ icon: 'github', label: 'GitHub', href: settings.repository }],
			}),
			components: {
				FallbackContentNotice: './src/site/components/FallbackNotice.astro',
				Footer: './src/site/components/Footer.astro',
				LanguageSelect: './src/site/components/LanguagePicker.astro',
				LastUpdated: './src/site/components/LastUpdated.astro',
				MobileTableOfContents: './src/site/components/MobileTableOfContents.astro',
				PageTitle: './src/site/components/PageTitle.astro',
				Pagination: './src/site/components/Pagination.astro',
				Search: './src/site/components/Search.astro',
				Sidebar: './src/site/components/Sidebar.astro',
				TableOfContents: './src/site/components/TableOfContents.astro',
			},
		}),
		searchIndex(),
	],
});
