import { expect, home, locales, PRACTICE, test } from './handbook-test.ts';

test.use({ viewport: { width: 320, height: 640 } });

for (const locale of locales) {
	test(`nothing is wider than a small phone in ${locale.label}`, async ({ page }) => {
		for (const path of ['', PRACTICE, 'translation-status/', 'no-such-page/']) {
			if (path.startsWith('no-'))
				await page.goto(`${home(locale)}404${locale.folder === 'en' ? '.html' : '/'}`);
			else await page.goto(home(locale) + path);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, path).toBeLessThanOrEqual(320);
		}
	});
}

test('the menu of a phone opens, leads to a page and switches language', async ({ page }) => {
	await page.goto('/');
	const menu = page.getByRole('button', { name: /^Men[uú]$/ });
	await menu.click();
	await page.locator('.sidebar-list a').nth(1).click();
	await expect(page.locator('h1')).toContainText('phoenix');
	await menu.click();
	const picker = page.locator('#starlight__sidebar language-picker');
	await picker.locator('summary').click();
	await picker.getByRole('link', { name: 'Español' }).click();
	await expect(page).toHaveURL(`/es/${PRACTICE}`);
});
