import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse as parseShell } from 'sh-syntax';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { readSamples, type Sample } from './read-samples.ts';

/** What each language's own parser says against a sample; empty where it says nothing. */
const PARSERS: Readonly<Record<string, (sample: Sample) => Promise<string[]> | string[]>> = {
	// types.test.ts reads these, with everything that they import.
	js: () => [],
	ts: () => [],
	json: ({ code }) => (JSON.parse(code), []),
	sh: async ({ code }) => (await parseShell(code), []),
	yaml: ({ code }) => parseAllDocuments(code).flatMap(({ errors }) => errors.map(String)),
	dockerfile: ({ code }) => dockerfileProblems(code),
	nginx: ({ code }) => nginxProblems(code),
	// Prose: what a program prints, and files that no program reads.
	text: () => [],
	diff: () => [],
	// The site draws these when it is built, and refuses what it cannot draw.
	mermaid: () => [],
	ini: () => [],
};

describe.each(readSamples())('$page, line $line: $language', (sample) => {
	test('parses', async () => {
		const parser = PARSERS[sample.language];
		if (!parser)
			expect.fail(`no parser for \`${sample.language}\`. Add one, or use another language`);
		expect(await parser(sample)).toEqual([]);
	});
});

/** A fragment stands in for what follows its `FROM`. */
function dockerfileProblems(code: string): string[] {
	const whole = /^FROM /m.test(code) ? code : `FROM scratch\n${code}`;
	return validate(whole).map(({ message }) => JSON.stringify(message));
}

/** nginx reads whole configurations: a sample holds what stands in its `http` block. */
function nginxProblems(code: string): string[] {
	const folder = mkdtempSync(join(tmpdir(), 'handbook-nginx-'));
	const file = join(folder, 'nginx.conf');
	writeFileSync(file, `pid ${folder}/pid; events {}\nhttp {\n${code}\n}\n`);
	try {
		execFileSync('nginx', ['-t', '-q', '-p', folder, '-e', 'stderr', '-c', file], {
			encoding: 'utf8',
			stdio: 'pipe',
		});
		return [];
	} catch (error) {
		return [String((error as { stderr?: string }).stderr ?? error)];
	}
}
