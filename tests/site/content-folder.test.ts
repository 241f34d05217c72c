import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';

const fixture = join(project, 'tests/fixtures/publishing/plain-markdown-is-silent');

/** Another folder of the same shape, with plain Markdown, pictures and no translations. */
describe('a folder of plain Markdown, below a path', () => {
	let site: BuiltSite;
	let page: string;
	beforeAll(() => {
		site = buildSite({ CONTENT_DIR: fixture, BASE_PATH: '/docs/', SITE_URL: 'https://a.example' });
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
		page = site.read('orders/take/index.html');
	});

	test('has its title once, and no spacers', () => {
		expect(page).toContain('<title>Take an order | Node.js Production Handbook</title>');
		expect(page.match(/<h1\b/g)).toHaveLength(1);
		const content = page.slice(page.indexOf('sl-markdown-content'), page.indexOf('</main>'));
		expect(content).not.toMatch(/<br/);
	});

	test('shows its pictures', () => {
		const source = /<img [^>]*src="\/docs\/([^"?]+)/.exec(page.slice(page.indexOf('<main')))?.[1];
		expect(existsSync(join(site.folder, decodeURI(source ?? 'nowhere')))).toBe(true);
	});

	test('stays below its path in sidebar and language picker', () => {
		const chrome = page.slice(page.indexOf('<body'), page.indexOf('<main'));
		const addresses = [...chrome.matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href);
		expect(addresses.length).toBeGreaterThan(6);
		for (const address of addresses) expect(address).toMatch(/^\/docs\//);
	});

	test('leads from page to page', () => {
		expect(site.read('index.html')).toMatch(/href="orders\/take\/#queue"/);
		expect(page).toMatch(/href="\.\.\/\.\.\/"/);
		expect(page).toMatch(/href="https:\/\/example\.org\/a#b"/);
	});

	test('keeps punctuation as it was written', () => {
		expect(page).toContain('At 10:30, ');
		expect(page).toContain('and std::vector :smile: see');
	});

	test('describes itself by its first paragraph', () => {
		const description = /<meta name="description" content="([^"]*)"/.exec(page)?.[1];
		expect(description).toMatch(/^At 10:30, std::vector and std::vector :smile: see above, home/);
	});

	test('is not translated, and says so to search engines', () => {
		expect(page.match(/hreflang="[^"]+" href/g)).toEqual([
			'hreflang="en" href',
			'hreflang="x-default" href',
		]);
	});
});
