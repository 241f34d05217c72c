import { defineCollection } from 'astro:content';
import { i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { contentLoader } from './site/content/content-loader.ts';
import { handbookFields } from './site/content/front-matter-schema.ts';
import { translationField } from './site/parity/translation.ts';
import { settings } from './site/settings.ts';
import { uiStrings } from './site/ui-strings.ts';

export const collections = {
	docs: defineCollection({
		loader: contentLoader(settings.contentDir),
		schema: docsSchema({
			extend: handbookFields.extend({ translation: translationField.optional() }),
		}),
	}),
	i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema({ extend: uiStrings }) }),
};
