import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { buildSite, project } from '../site/build-site.ts';
import { serveFolder, type Server } from '../site/serve-folder.ts';
import { expect, test } from './handbook-test.ts';
import { scratchFolder } from '../site/scratch-folder.ts';

const PAGE = 'going-to-production/shut-down-gracefully/';

/** The handbook below a path, with one page that French has not translated. */
test.describe('a page that is not translated yet', () => {
	let server: Server;
	// The site is built once: all tests of this file share a worker.
	test.describe.configure({ mode: 'serial' });

	test.beforeAll(async () => {
		test.setTimeout(180_000);
		const content = scratchFolder('partial');
		cpSync(join(project, 'content'), content, { recursive: true });
		rmSync(join(content, 'fr', PAGE.replace(/\/$/, '.md')));
		const site = buildSite({ CONTENT_DIR: content, BASE_PATH: '/handbook' });
		server = await serveFolder(site.folder, '/handbook');
	});
	test.afterAll(() => {
		server.close();
	});

	test('is shown in English, with a notice in the reader’s language', async ({ page }) => {
		await page.goto(`${server.address}/fr/${PAGE}`);
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		await expect(page.locator('main')).toHaveAttribute('lang', 'en');
		const notice = page.locator('.fallback-notice');
		await expect(notice).toHaveAttribute('lang', 'fr');
		await expect(notice).toContainText('pas encore traduite');
		await expect(page.locator('h1')).toContainText('Shut down gracefully');
		await notice.getByRole('link').click();
		await expect(page).toHaveURL(`${server.address}/${PAGE}`);
	});

	test('keeps its reader in their language when they go on', async ({ page }) => {
		await page.goto(`${server.address}/fr/${PAGE}`);
		await page.locator('.sl-markdown-content a[href^="../"]').first().click();
		await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
		await expect(page.locator('.fallback-notice')).toHaveCount(0);
	});

	test('is announced in the language picker and the sidebar', async ({ page }) => {
		await page.goto(`${server.address}/${PAGE}`);
		const picker = page.locator('header language-picker');
		await picker.locator('summary').click();
		await expect(picker.getByRole('link', { name: 'Français' })).toContainText(
			'not translated yet',
		);
		await picker.getByRole('link', { name: 'Français' }).click();
		await expect(page).toHaveURL(`${server.address}/fr/${PAGE}`);
		await expect(page.locator('.sidebar-list a[aria-current] [lang="en"]')).toHaveCount(1);
	});

	for (const colorScheme of ['light', 'dark'] as const)
		test(`is accessible in ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(`${server.address}/fr/${PAGE}`);
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		});
});
