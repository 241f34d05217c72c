import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { readNgramTable, writeNgramTable, type NgramScores } from '../../src/cli/ngram-table.ts';
import { project } from './parity-command.ts';

/** What the bundle makes a table of: the language identifier does not export it. */
const DATA = 'node_modules/eld/src/ngrams/extrasmall.js';

test('the table has the scores of each n-gram of the package, and no others', async () => {
	const { ngramsData } = (await import(pathToFileURL(join(project, DATA)).href)) as {
		ngramsData: { ngrams: NgramScores };
	};
	const scores = ngramsData.ngrams;
	const table = readNgramTable(writeNgramTable(scores));
	const ngrams = Object.keys(scores);
	expect(ngrams.length).toBeGreaterThan(10_000);
	for (const ngram of ngrams) expect(table[ngram], ngram).toEqual(scores[ngram]);
	for (const strange of ['', ' ', 'the', `${ngrams[0]!}x`, '\u{10ffff}', 'constructor'])
		expect(table[strange], strange).toBeUndefined();
});
