import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { StarlightPlugin } from '@astrojs/starlight/types';
import { fileURLToPath } from 'node:url';
import { markStaleSections, nameHeadingLinks, translateFootnotes } from './markdown-plugins.ts';

/** What the handbook adds to Starlight: its routes' data and the finish of its Markdown. */
export function handbookPlugin(): StarlightPlugin {
	return {
		name: 'handbook',
		hooks: {
			'config:setup'({ addIntegration, addRouteMiddleware, absolutePathToLang, useTranslations }) {
				addRouteMiddleware({ entrypoint: './src/site/routing/route-data.ts' });
				const wordsFor = (file: URL) => useTranslations(absolutePathToLang(fileURLToPath(file)));
				// An integration of its own runs after Starlight has added its plugins.
				addIntegration({
					name: 'handbook-markdown',
					hooks: {
						'astro:config:setup'({ config }) {
							const { processor } = config.markdown;
							if (!isSatteriProcessor(processor)) return;
							processor.options.hastPlugins.push(
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
