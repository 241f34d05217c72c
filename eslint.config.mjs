import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A wall of the house: files of a room may not import from the rooms named. */
function wall(room, forbidden, reason) {
	return {
		files: [`src/${room}/**`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{ regex: `^(?:\\.\\./)+(?:${forbidden.join('|')})(?:/|\\.ts$)`, message: reason },
					],
				},
			],
		},
	};
}

export default defineConfig(
	{
		ignores: ['dist/', '.astro/', 'node_modules/', 'tests/fixtures/', 'test-results/', '.scratch/'],
	},
	js.configs.recommended,
	tseslint.configs.strictTypeChecked,
	tseslint.configs.stylisticTypeChecked,
	astro.configs.recommended,
	{
		languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } },
		rules: {
			// An index that was checked a line above needs no second check.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// Numbers and booleans in texts say what they mean.
			'@typescript-eslint/restrict-template-expressions': [
				'error',
				{ allowNumber: true, allowBoolean: true },
			],
			// An empty variable of the environment says as much as none.
			'@typescript-eslint/prefer-nullish-coalescing': [
				'error',
				{ ignorePrimitives: { string: true } },
			],
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreVoidOperator: true }],
		},
	},
	{
		files: ['**/*.mjs', '**/*.astro', '**/*.astro/*.ts'],
		extends: [tseslint.configs.disableTypeChecked],
	},
	{
		files: ['src/checker/**'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^node:',
							message: 'The checker has no disk, no clock and no process: hand it plain data.',
						},
						{
							regex: '^(?:\\.\\./)+(?:corpus/|reporters/|site/|cli/|pages/|locales\\.ts$)',
							message: 'The checker imports nothing of ours: hand it plain data.',
						},
					],
				},
			],
			'no-restricted-globals': ['error', 'process', 'console', 'Date', 'fetch'],
		},
	},
	wall(
		'corpus',
		['reporters', 'site', 'cli', 'pages'],
		'The corpus knows the disk and plain data only.',
	),
	wall('reporters', ['corpus', 'site', 'cli', 'pages', 'locales'], 'Reporters know findings only.'),
	wall('cli', ['site', 'pages'], 'The command line and the site never meet.'),
	wall('site', ['cli', 'pages'], 'The command line and the site never meet.'),
);
