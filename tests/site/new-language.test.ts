import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

/** What the README asks of somebody who adds a language: an entry and a folder. */
describe('German, added by one entry and one folder', () => {
	let site: BuiltSite;

	beforeAll(() => {
		const copy = scratchFolder('german');
		for (const path of [
			...['src', 'public', 'content'],
			...['astro.config.mjs', 'parity.config.ts', 'package.json'],
		])
			cpSync(join(project, path), join(copy, path), { recursive: true });
		cpSync(join(project, 'tsconfig.json'), join(copy, 'tsconfig.json'));

		const file = join(copy, 'src/locales.ts');
		const before = readFileSync(file, 'utf8');
		const entry = "\t{ folder: 'de', lang: 'de', label: 'Deutsch' },\n];";
		writeFileSync(file, before.replace(/^\];/m, entry));
		mkdirSync(join(copy, 'content/de/going-to-production'), { recursive: true });
		writeFileSync(join(copy, 'content/de/index.md'), '# Handbuch für den Betrieb\n\nWillkommen.\n');
		site = buildSite({ SITE_URL: 'https://example.org' }, copy);
	});

	test('builds', () => {
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
		expect(site.succeeded).toBe(true);
	});

	test('has its pages, in its language', () => {
		const home = site.read('de/index.html');
		expect(home).toMatch(/<html lang="de"/);
		expect(home).toContain('Handbuch für den Betrieb</h1>');
		expect(home).toContain('Auf dieser Seite');
	});

	test('is offered by the language picker of every page', () => {
		for (const page of ['index.html', 'fr/index.html', 'de/index.html'])
			expect(site.read(page)).toMatch(/<a href="\/de\/" hreflang="de"/);
	});

	test('is known to search engines and to the search', () => {
		expect(site.read('index.html')).toMatch(/hreflang="de" href="https:\/\/example\.org\/de\/"/);
		expect(site.read('sitemap-0.xml')).toContain('<loc>https://example.org/de/</loc>');
		const { languages } = JSON.parse(site.read('pagefind/pagefind-entry.json')) as {
			languages: Record<string, { page_count: number }>;
		};
		expect(languages.de?.page_count).toBe(1);
	});

	test('shows English where a page is not translated yet', () => {
		const page = site.read('de/going-to-production/be-stateless/index.html');
		expect(page).toMatch(/<html lang="de"/);
		expect(page).toMatch(/<main[^>]* lang="en"/);
	});
});
