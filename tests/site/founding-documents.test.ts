import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { serveFolder, type Server } from './serve-folder.ts';

const seeds = join(project, '../shared/seeds');
const isAbsent = !existsSync(seeds);
const title = `the founding documents${isAbsent ? ' (skipped: ../shared/seeds is absent)' : ''}`;

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.skipIf(isAbsent)(title, () => {
	let site: BuiltSite;
	let server: Server;
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		site = buildSite({ CONTENT_DIR: join(seeds, 'content') });
		server = await serveFolder(site.folder);
		browser = await chromium.launch({ executablePath: await findBrowser() });
		page = await browser.newPage();
	});
	afterAll(async () => {
		await browser.close();
		server.close();
	});

	test('build as they are', () => {
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
		expect(site.succeeded).toBe(true);
	});

	test('show the English page as its readers knew it', async () => {
		await page.goto(`${server.address}/going-to-production/be-stateless/`);
		const visible = await page.locator('main').evaluate((main) => {
			const parts = main.querySelectorAll<HTMLElement>('h1, .sl-markdown-content');
			return [...parts].map((part) => part.innerText).join('\n');
		});
		const document = readFileSync(join(seeds, '000_7f2710416e3a0fa3.txt'), 'utf8');
		// The document writes list markers as dashes; a browser draws them, outside the text.
		expect(squeeze(visible)).toBe(squeeze(document.replace(/^- /gm, '')));
	});

	test.each(['', 'fr/', 'pt-br/', 'es/'])(
		'keep code, quotation and link at /%s',
		async (locale) => {
			await page.goto(`${server.address}/${locale}going-to-production/be-stateless/`);
			const content = page.locator('.sl-markdown-content');
			const colours = await content
				.locator('pre code span[style]')
				.evaluateAll((spans) => new Set(spans.map((span) => getComputedStyle(span).color)).size);
			expect(colours).toBeGreaterThan(3);
			expect(await content.locator('blockquote').count()).toBe(1);
			expect(await content.getByRole('link', { name: 'Martin Fowler' }).getAttribute('href')).toBe(
				'https://martinfowler.com/bliki/PhoenixServer.html',
			);
			expect(await page.locator('h1').count()).toBe(1);
			expect(await content.locator('br').count()).toBe(0);
			const ids = await content
				.locator(':is(h2, h3)')
				.evaluateAll((all) => all.map(({ id }) => id));
			expect(ids).toEqual([
				'one-paragraph-explainer',
				'code-example-anti-patterns',
				'what-other-bloggers-say',
			]);
		},
	);

	test('lead from a home page made for want of one', async () => {
		await page.goto(`${server.address}/fr/`);
		await page.locator('.sl-markdown-content').getByRole('link').click();
		expect(new URL(page.url()).pathname).toBe('/fr/going-to-production/be-stateless/');
	});
});
