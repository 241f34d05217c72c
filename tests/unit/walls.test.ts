import { ESLint } from 'eslint';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** Ids of the rules that refuse a line in a file. */
async function refusals(line: string, file: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(`${line}\n`, { filePath: join(root, file) });
	return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

test.each([
	['src/checker/page.ts', "import { readFile } from 'node:fs/promises';"],
	['src/checker/page.ts', "import { locales } from '../locales.ts';"],
	['src/checker/rules/page-title.ts', "import { decode } from '../../corpus/decode.ts';"],
	['src/corpus/decode.ts', "import { settings } from '../site/settings.ts';"],
	['src/reporters/pretty.ts', "import { locales } from '../locales.ts';"],
	['src/cli/serve.ts', "import { settings } from '../site/settings.ts';"],
	['src/site/routing/sidebar.ts', "import { serve } from '../../cli/serve.ts';"],
])('%s may not say %s', async (file, line) => {
	expect(await refusals(line, file)).toContain('no-restricted-imports');
});

test('the checker has no clock, no process and no console', async () => {
	for (const line of ['Date.now();', 'process.cwd();', 'console.log(1);'])
		expect(await refusals(line, 'src/checker/page.ts')).toContain('no-restricted-globals');
});

test('doors that are open', async () => {
	for (const [file, line] of [
		['src/checker/rules/page-title.ts', "import { pageSlug } from '../corpus.ts';"],
		['src/site/routing/sidebar.ts', "import { decode } from '../../corpus/decode.ts';"],
		['src/site/routing/sidebar.ts', "import { pretty } from '../../reporters/pretty.ts';"],
		['src/cli/serve.ts', "import { decode } from '../corpus/decode.ts';"],
	] as const)
		expect(await refusals(line, file)).not.toContain('no-restricted-imports');
});
