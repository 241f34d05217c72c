import { bundledLanguages, bundledLanguagesAlias } from 'shiki/langs';
import type { Platform } from '../../checker/corpus.ts';
import { validateFrontMatter } from './front-matter-schema.ts';

/** What Astro, Starlight and the highlighter understand, told to the checker. */
export const platform: Platform = {
	codeLanguages: [
		...['text', 'txt', 'plain', 'plaintext', 'ansi'],
		...Object.keys(bundledLanguages),
		...Object.keys(bundledLanguagesAlias),
	],
	callouts: ['note', 'tip', 'caution', 'danger'],
	imageTypes: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'],
	validate: validateFrontMatter,
};
