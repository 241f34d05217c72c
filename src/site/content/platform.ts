import { bundledLanguages, bundledLanguagesAlias } from 'shiki/langs';
import type { Platform } from '../../checker/corpus.ts';
import { releaseFacts, validateFact } from '../releases/release-facts.ts';
import { readDiagram } from '../diagrams/read-diagram.ts';
import { validateFrontMatter } from './front-matter-schema.ts';

/** What Astro, Starlight and the highlighter understand, told to the checker. */
export const platform: Platform = {
	codeLanguages: [
		...['text', 'txt', 'plain', 'plaintext', 'ansi'],
		...Object.keys(bundledLanguages),
		...Object.keys(bundledLanguagesAlias),
	],
	callouts: ['note', 'tip', 'caution', 'danger'],
	facts: releaseFacts,
	validateFact,
	imageTypes: ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif', 'gif'],
	validate: validateFrontMatter,
	findDiagramProblem(code) {
		const diagram = readDiagram(code);
		return 'messageId' in diagram ? diagram : undefined;
	},
};
