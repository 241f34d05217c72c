import { expect, PRACTICE, test } from './handbook-test.ts';

test('a reader without a mouse skips to the text, searches and switches language', async ({
	page,
}) => {
	await page.goto(`/${PRACTICE}`);
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#_top$/);

	await page.keyboard.press('Control+k');
	await expect(page.getByRole('dialog').locator('input')).toBeFocused();
	await page.keyboard.type('SIGTERM');
	const results = page.getByRole('dialog').locator('.pagefind-ui__result-link');
	await expect(results.first()).toBeVisible();
	while (!(await results.first().evaluate((link) => link === document.activeElement)))
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toContainText('SIGTERM');

	const summary = page.locator('header language-picker summary');
	for (let presses = 0; presses < 12; presses++) {
		await page.keyboard.press('Tab');
		if (await summary.evaluate((element) => element === document.activeElement)) break;
	}
	await expect(summary).toBeFocused();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

test('whatever has the focus shows it', async ({ page }) => {
	await page.goto(`/fr/${PRACTICE}`);
	for (let presses = 0; presses < 25; presses++) {
		await page.keyboard.press('Tab');
		const outline = await page.evaluate(() => {
			const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
			return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
		});
		expect(outline).toBeGreaterThan(0);
	}
});
