import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

const LONG = Array.from(
	{ length: 60 },
	(_, table) =>
		`## Table ${table}\n\nThe waiter of table ${table} brings bread & water, then the bill.\n`,
).join('\n');

const PAGES: Readonly<Record<string, string>> = {
	'en/index.md': '# Handbook of the kitchen\n\nWelcome.\n',
	'en/orders.md': '# Take orders\n\n## In short\n\nWrite it down.\n',
	'fr/orders.md': '# Prendre les commandes\n\n## En bref\n\nNotez tout.\n',
	'en/service/bills.md':
		'---\ndescription: How a bill is written.\n---\n\n# Write bills\n\n## In short\n\nBread & water are free: add nothing.\n',
	'en/service/tables.md': `# Serve tables\n\n${LONG}`,
};

/** A handbook with a repository, of which French has one page. */
describe('a page that is not translated yet offers to translate it', () => {
	let site: BuiltSite;

	beforeAll(() => {
		const copy = scratchFolder('translate-link');
		for (const path of ['src', 'astro.config.mjs', 'parity.config.ts', 'package.json'])
			cpSync(join(project, path), join(copy, path), { recursive: true });
		cpSync(join(project, 'tsconfig.json'), join(copy, 'tsconfig.json'));
		for (const [path, text] of Object.entries(PAGES)) {
			const file = join(copy, 'content', path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		const REPOSITORY_URL = 'https://code.example.org/kitchen/handbook';
		site = buildSite({ REPOSITORY_URL, REPOSITORY_BRANCH: 'trunk' }, copy);
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
	});

	/** The link of a page, as a browser reads it. */
	function linkOf(page: string, words: string): URL {
		const [, href = ''] = new RegExp(`<a href="([^"]+)"[^>]*>${words}</a>`).exec(
			site.read(`${page}/index.html`),
		)!;
		return new URL(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
	}

	test('in the editor of the repository, with the scaffold in it', () => {
		const { origin, pathname, searchParams } = linkOf('fr/service/bills', 'Traduire cette page');
		expect(origin + pathname).toBe('https://code.example.org/kitchen/handbook/new/trunk');
		expect(searchParams.get('filename')).toBe('content/fr/service/bills.md');
		expect(searchParams.get('value')).toBe(`---
# parity: translate
description: How a bill is written.
---

<!-- parity: translate -->
# Write bills

## En bref

<!-- parity: translate -->
Bread & water are free: add nothing.
`);
	});

	test('and with the command for those who have a clone', () => {
		expect(site.read('pt-br/service/bills/index.html')).toMatch(
			/clone do repositório:\s*<code[^>]*>npx parity new pt-br service\/bills<\/code>/,
		);
	});

	test('with as many sections as an address holds, and where the others are', () => {
		const link = linkOf('es/service/tables', 'Traducir esta página');
		expect(link.href.length).toBeLessThanOrEqual(6000);
		const value = link.searchParams.get('value')!;
		expect(value).toContain('## Table 9\n');
		expect(value).toMatch(
			/then the bill\.\n\n<!-- An address holds no more\. In a clone, `npx parity new es service\/tables` writes the whole page\. -->\n$/,
		);
	});

	test('and on no other page', () => {
		for (const page of ['orders', 'fr/orders', 'service/bills'])
			expect(site.read(`${page}/index.html`)).not.toContain('/new/trunk');
	});
});
