import type { ParityConfig } from './src/cli/config.ts';

/** What is particular about the handbook; where its pages lie, the checker knows. */
export default {
	// Tags are ids, the same in every language.
	translatedKeys: ['title', 'description'],
	typography: true,
} satisfies ParityConfig;
