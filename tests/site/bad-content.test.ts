import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, project } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

test('a build stops with every problem of every page, and nothing else', () => {
	const content = scratchFolder('content');
	const fixtures = join(project, 'tests/fixtures/publishing');
	for (const name of ['broken-links', 'unknown-directives', 'unknown-fence-languages', 'not-text'])
		cpSync(join(fixtures, name), content, { recursive: true });
	const { succeeded, output } = buildSite({ CONTENT_DIR: content });
	expect(succeeded).toBe(false);
	for (const problem of [
		/orders\/take\.md\n {2}5:1 +error +There is no page `en\/orders\/gvie\.md`\./,
		/orders\.md\n {2}3:4 +error +The highlighter knows no language .+\s+code-unknown-language\n/,
		/latin-1\.md\n {2}1:6 +error +Byte `0xE9` is not valid UTF-8\./,
		/\n21 errors in 7 files · 10 pages\nRead on: npx parity explain link-broken\n/,
	])
		expect(output).toMatch(problem);
	expect(output).not.toMatch(/\bat .+:\d+:\d+|Stack trace|node_modules/);
});

test('a content folder that does not exist is one sentence', () => {
	const { succeeded, output } = buildSite({ CONTENT_DIR: 'nowhere' });
	expect(succeeded).toBe(false);
	expect(output).toMatch(/There is no content folder .*nowhere\. Create it, or set CONTENT_DIR/);
	expect(output).not.toMatch(/\bat .+:\d+:\d+|Stack trace/);
});
