/**
 * Bundles the command, so that it starts in half the time: `npm ci` runs this, and `npm run prepare`
 * after a change. Until then the command runs from its own files.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown, type Plugin } from 'rolldown';
import { BUNDLE_FOLDER, BUNDLE_STAMP } from './find-bundle.ts';
import { OWN_FOLDER } from './make-plan.ts';
import { writeNgramTable, type NgramScores } from './ngram-table.ts';
import { INSTALLED, stampFiles } from './stamp-files.ts';

/** Packages that load binaries or hundreds of grammars, each when somebody asks for it. */
const UNBUNDLED = [/^satteri/, /^shiki/];

/** What is known of languages, as a table whose lines are read one by one. */
const languageData: Plugin = {
	name: 'language-data',
	load: {
		filter: { id: /eld.src.ngrams/ },
		async handler(id) {
			const { ngramsData } = (await import(pathToFileURL(id).href)) as {
				ngramsData: { ngrams: NgramScores };
			};
			const { ngrams, ...about } = ngramsData;
			const reader = JSON.stringify(join(import.meta.dirname, 'ngram-table.ts'));
			const table = JSON.stringify(writeNgramTable(ngrams));
			return `
				import { readNgramTable } from ${reader};
				export const ngramsData = {
					...${JSON.stringify(about)},
					ngrams: readNgramTable(${table}),
				};
			`;
		},
	},
};

const folder = join(OWN_FOLDER, BUNDLE_FOLDER);
rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
	input: ['main', 'check-worker'].map((name) => join(import.meta.dirname, `${name}.ts`)),
	external: UNBUNDLED,
	platform: 'node',
	plugins: [languageData],
});
await bundle.write({
	dir: folder,
	entryFileNames: '[name].mjs',
	chunkFileNames: '[name]-[hash].mjs',
});
const own = (await bundle.watchFiles)
	.map((path) => relative(OWN_FOLDER, path))
	.filter((path) => path.startsWith(`src${sep}`))
	.sort();
writeFileSync(join(folder, BUNDLE_STAMP), stampFiles(OWN_FOLDER, [INSTALLED, ...own]));
