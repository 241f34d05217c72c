import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ['**/*.test.ts'],
		globalSetup: './site/scratch-folder.ts',
		// Sites are built with real tools.
		testTimeout: 120_000,
		hookTimeout: 180_000,
	},
});
