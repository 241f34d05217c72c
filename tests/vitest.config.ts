import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		root: import.meta.dirname,
		include: ['**/*.test.ts'],
		globalSetup: './site/scratch-folder.ts',
		// Workers mostly wait for processes that they started, so that each core can have one.
		maxWorkers: availableParallelism(),
		// Sites are built with real tools.
		testTimeout: 120_000,
		hookTimeout: 180_000,
	},
});
