import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPublishing } from '../../src/checker/check-publishing.ts';
import { createCorpus } from '../../src/checker/corpus.ts';
import { describe as sentence } from '../../src/checker/describe.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { parsePage } from '../../src/checker/page.ts';
import { publishingRules } from '../../src/checker/rules/index.ts';
import { readCorpus } from '../../src/corpus/read-corpus.ts';
import { findDamagedImages } from '../../src/site/content/damaged-images.ts';
import { platform } from '../../src/site/content/platform.ts';

const fixtures = join(import.meta.dirname, '../fixtures/publishing');
const cases = readdirSync(fixtures);
const locales = ['en', 'fr', 'pt-br', 'es'];

async function findingsIn(name: string): Promise<Finding[]> {
	const folder = join(fixtures, name);
	const { files, assets, strays } = await readCorpus(folder, locales, folder);
	const pages = files.map(parsePage);
	const damagedImages = await findDamagedImages(assets, folder);
	return checkPublishing(
		createCorpus({ pages, folders: locales, assets, damagedImages, strays, platform }),
	);
}

/** One line for each finding, as in `findings.txt`: place, rule, sentences. */
function line(finding: Finding): string {
	const { start, end } = finding.range ?? {};
	const place = start && end ? `:${start.line}:${start.column}-${end.line}:${end.column}` : '';
	return `${finding.path}${place} ${finding.ruleId}: ${sentence(finding)}\n`;
}

test.each(cases)('%s', async (name) => {
	const found = (await findingsIn(name)).map(line).join('');
	if (name.endsWith('silent')) expect(found).toBe('');
	else expect(found).toBe(readFileSync(join(fixtures, name, 'findings.txt'), 'utf8'));
});

test('every message of every rule is spoken in a fixture', async () => {
	const spoken = new Set<string>();
	for (const name of cases)
		for (const { ruleId, messageId } of await findingsIn(name))
			spoken.add(`${ruleId}/${messageId}`);
	const silent = publishingRules.flatMap(({ id, messages }) =>
		Object.keys(messages)
			.map((messageId) => `${id}/${messageId}`)
			.filter((key) => !spoken.has(key)),
	);
	expect(silent).toEqual([
		// A file without permissions cannot be kept in a repository: see read-corpus.test.ts.
		'file-unreadable/unreadable',
		// Told from the keys of a source: see parity-rules.test.ts.
		'frontmatter-invalid/not-opened',
	]);
});

test('no sentence keeps a placeholder', async () => {
	for (const name of cases)
		for (const finding of await findingsIn(name))
			expect(sentence(finding)).not.toMatch(/(?<![$`])\{[a-z]+\}/);
});
