import AxeBuilder from '@axe-core/playwright';
import { expect, home, locales, PRACTICE, test } from './handbook-test.ts';

const notFound: Readonly<Record<string, string>> = { en: '404.html' };

for (const locale of locales)
	for (const colorScheme of ['light', 'dark'] as const)
		test(`axe finds nothing in ${locale.label}, ${colorScheme}`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			for (const path of ['', PRACTICE, 'translation-status/', notFound[locale.folder] ?? '404/']) {
				await page.goto(home(locale) + path);
				const { violations } = await new AxeBuilder({ page }).analyze();
				const found = violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`);
				expect(found).toEqual([]);
			}
		});

test('axe finds nothing in an open search and an open language picker', async ({ page }) => {
	await page.goto('/fr/');
	await page.locator('header language-picker summary').click();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	await page.keyboard.press('Control+k');
	await page.getByRole('dialog').locator('input').fill('phénix');
	await expect(page.locator('.pagefind-ui__result-link').first()).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
