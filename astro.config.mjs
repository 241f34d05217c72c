import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { locales, sourceLocale } from './src/locales.ts';
import { handbookPlugin } from './src/site/handbook-plugin.ts';
import { followInstructions } from './src/site/markdown-plugins.ts';
import { scrollableCode } from './src/site/scrollable-code.ts';
import { settings } from './src/site/settings.ts';
import { listsPage } from './src/site/sitemap-pages.ts';

const key = ({ folder }) => (folder === sourceLocale.folder ? 'root' : folder);

export default defineConfig({
	site: settings.site,
	base: settings.base,
	trailingSlash: 'always',
	...(settings.cacheDir && { cacheDir: settings.cacheDir }),
	markdown: {
		// English typography would be forced upon every language.
		processor: satteri({
			mdastPlugins: [followInstructions()],
			features: { smartPunctuation: false },
		}),
	},
	integrations: [
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
			lastUpdated: true,
			expressiveCode: { plugins: [scrollableCode] },
			disable404Route: true,
			customCss: ['./src/site/theme.css'],
			...(settings.editUrl && { editLink: { baseUrl: settings.editUrl } }),
			...(settings.repository && {
				social: [{ icon: 'github', label: 'GitHub', href: settings.repository }],
			}),
			components: {
				FallbackContentNotice: './src/site/FallbackNotice.astro',
				Footer: './src/site/Footer.astro',
				LanguageSelect: './src/site/LanguagePicker.astro',
				MobileTableOfContents: './src/site/MobileTableOfContents.astro',
				Pagination: './src/site/Pagination.astro',
				Search: './src/site/Search.astro',
				Sidebar: './src/site/Sidebar.astro',
				TableOfContents: './src/site/TableOfContents.astro',
			},
		}),
	],
});
