import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { buildSite, project } from '../site/build-site.ts';
import { recordTranslations } from '../site/record-translations.ts';
import { scratchFolder } from '../site/scratch-folder.ts';
import { serveFolder, type Server } from '../site/serve-folder.ts';
import { expect, test } from './handbook-test.ts';

const PAGE = 'going-to-production/be-stateless';
const STATUS = 'translation-status/';

/** The handbook with all its translations recorded, after English changed in two sections. */
test.describe('translations that English has moved on from', () => {
	let server: Server;
	// The site is built once: all tests of this file share a worker.
	test.describe.configure({ mode: 'serial' });

	test.beforeAll(async () => {
		test.setTimeout(180_000);
		const content = scratchFolder('stale');
		cpSync(join(project, 'content'), content, { recursive: true });
		recordTranslations(content);
		rmSync(join(content, 'es/going-to-production/shut-down-gracefully.md'));
		const english = join(content, `en/${PAGE}.md`);
		const changed = readFileSync(english, 'utf8').replace(
			/^## (?:Avoid|How to check)$/gm,
			'$&\n\nThese lines are new.',
		);
		writeFileSync(english, changed);
		const site = buildSite({ CONTENT_DIR: content });
		server = await serveFolder(site.folder);
	});
	test.afterAll(() => {
		server.close();
	});

	test('a reader goes from the notice to a changed section, which is marked', async ({ page }) => {
		await page.goto(`${server.address}/fr/${PAGE}/`);
		const notice = page.locator('.stale-notice');
		await expect(notice.getByRole('listitem')).toHaveCount(2);
		await notice.getByRole('link', { name: 'Comment vérifier' }).click();
		await expect(page).toHaveURL(/#how-to-check$/);
		const mark = page.locator('.sl-heading-wrapper:has(#how-to-check) .stale-mark');
		await expect(mark).toBeInViewport();
		await expect(mark).toHaveText('modifiée en anglais');
		await expect(
			page.getByRole('heading', { name: 'Comment vérifier', exact: true }),
		).toBeVisible();
		await expect(page.locator('.stale-mark')).toHaveCount(2);
	});

	test('the search finds neither the notice nor the marks', async ({ page }) => {
		await page.goto(`${server.address}/fr/${PAGE}/`);
		await page.keyboard.press('Control+k');
		const dialog = page.getByRole('dialog');
		await dialog.locator('input').fill('"modifiée en anglais"');
		await expect(dialog.locator('.pagefind-ui__message')).toHaveText(/Aucun résultat/);
	});

	test('the status page is a table of pages and languages', async ({ page }) => {
		await page.goto(`${server.address}/${STATUS}`);
		const row = page.getByRole('row', { name: /^Be stateless/ });
		await expect(row.getByRole('cell')).toHaveText(Array(3).fill(/partly stale \(2 sections\)/));
		await row.getByRole('link', { name: 'English page' }).first().click();
		await expect(page).toHaveURL(`${server.address}/${PAGE}/#avoid`);
	});

	test('by keyboard, a long chapter opens and a cell leads to its page', async ({ page }) => {
		await page.goto(`${server.address}/es/${STATUS}`);
		const chapter = page.locator('details', { hasText: 'code-drift' }).last();
		await chapter.locator('summary').focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		const link = page.locator(':focus');
		await expect(link).toHaveText('al día');
		await expect(link).toBeInViewport();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/fr\/checks\//);
	});

	test('the language picker stays on it, and says of no language that it lacks it', async ({
		page,
	}) => {
		await page.goto(`${server.address}/${STATUS}`);
		const picker = page.locator('header language-picker');
		await picker.locator('summary').click();
		await expect(picker.locator('small')).toHaveCount(0);
		await picker.getByRole('link', { name: 'Français' }).click();
		await expect(page).toHaveURL(`${server.address}/fr/${STATUS}`);
		await expect(page.locator('h1')).toHaveText('État des traductions');
		await expect(page.locator('.sidebar-foot')).toHaveAttribute('aria-current', 'page');
	});

	for (const [path, width] of [
		[STATUS, 320],
		[`es/${STATUS}`, 800],
		[`fr/${STATUS}`, 1440],
		[`pt-br/${PAGE}/`, 320],
	] as const)
		test(`/${path} fits into ${width} pixels, and axe finds nothing`, async ({ page }) => {
			await page.setViewportSize({ width, height: 800 });
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				await page.goto(`${server.address}/${path}`);
				await page.evaluate(() => {
					for (const details of document.querySelectorAll<HTMLDetailsElement>('main details'))
						details.open = true;
				});
				const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
				expect(scrolled).toBeLessThanOrEqual(width);
				// Starlight lets the tables of a text scroll by themselves.
				const axe = new AxeBuilder({ page }).exclude('.sl-markdown-content > table');
				const { violations } = await axe.analyze();
				expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
			}
		});

	test('on a phone each cell says its language, and rows are still rows', async ({ page }) => {
		await page.setViewportSize({ width: 375, height: 800 });
		await page.goto(`${server.address}/${STATUS}`);
		const row = page.getByRole('row', { name: /^Be stateless/ });
		await expect(row.getByText('Português (Brasil)')).toBeVisible();
		await expect(row.getByRole('cell')).toHaveCount(3);
	});
});
