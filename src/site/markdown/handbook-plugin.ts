import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { fileURLToPath } from 'node:url';
import { breakLongCode } from './long-code.ts';
import {
	markStaleSections,
	nameHeadingLinks,
	stateReleases,
	translateFootnotes,
} from './markdown-plugins.ts';
import { markShortColumns } from './short-columns.ts';

/** What the handbook adds to Starlight: its routes' data and the finish of its Markdown. */
export function handbookPlugin(): StarlightPlugin {
	return {
		name: 'handbook',
		hooks: {
			'config:setup'({ addIntegration, addRouteMiddleware, absolutePathToLang, useTranslations }) {
				addRouteMiddleware({ entrypoint: './src/site/routing/route-data.ts' });
				const langOf = (file: URL) => absolutePathToLang(fileURLToPath(file));
				const wordsFor = (file: URL) => useTranslations(langOf(file));
				// An integration of its own runs after Starlight has added its plugins.
				addIntegration({
					name: 'handbook-markdown',
					hooks: {
						'astro:config:setup'({ config }) {
							const { processor } = config.markdown;
							if (!isSatteriProcessor(processor)) return;
							// Before Starlight reads the titles of callouts.
							processor.options.mdastPlugins.unshift(
								stateReleases((file) => {
									const t = wordsFor(file);
									return {
										lang: langOf(file),
										status: (day) => t('releases.status', { day }),
										lts: t('releases.lts'),
										endOfLife: t('releases.endOfLife'),
										notReleased: t('releases.notReleased'),
									};
								}),
							);
							processor.options.hastPlugins.push(
								breakLongCode,
								markShortColumns,
								nameHeadingLinks,
								markStaleSections((file) => wordsFor(file)('stale.mark')),
								translateFootnotes((file) => {
									const t = wordsFor(file);
									return {
										label: t('footnotes.label'),
										back: (number) => t('footnotes.back', { number }),
									};
								}),
							);
						},
					},
				});
			},
		},
	};
}
