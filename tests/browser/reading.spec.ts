import { expect, home, locales, PRACTICE, test } from './handbook-test.ts';

for (const locale of locales) {
	test(`the handbook opens in ${locale.label}`, async ({ page }) => {
		await page.goto(home(locale));
		await expect(page.locator('html')).toHaveAttribute('lang', locale.lang);
		await expect(page.locator('main')).toHaveAttribute('lang', locale.lang);
		await expect(page).toHaveTitle(new RegExp(locale.title ?? ''));
		await expect(page.locator('h1')).toHaveCount(1);
		await expect(page.locator('.fallback-notice')).toHaveCount(0);
	});

	test(`every link of the ${locale.label} sidebar leads to its page`, async ({ page }) => {
		await page.goto(home(locale));
		const links = page.locator('.sidebar-list a');
		const count = await links.count();
		expect(count).toBeGreaterThanOrEqual(5);
		// Of a long chapter the first, a middle and the last page; all addresses are tested elsewhere.
		const indexes = [0, 1, 2, 3, 4, 5, Math.floor(count / 2), count - 1];
		for (const index of new Set(indexes.filter((each) => each < count))) {
			const chapter = page.locator('.sidebar-list details', { has: links.nth(index) });
			if (!(await links.nth(index).isVisible())) await chapter.locator('> summary').click();
			await links.nth(index).click();
			const current = page.locator('.sidebar-list a[aria-current="page"]');
			await expect(current).toHaveCount(1);
			expect(new URL(page.url()).pathname).toBe(await current.getAttribute('href'));
			expect(await links.nth(index).getAttribute('aria-current')).toBe('page');
			await expect(page.locator('html')).toHaveAttribute('lang', locale.lang);
		}
	});

	test(`the ${locale.label} practice has its sections and its code`, async ({ page }) => {
		await page.goto(home(locale) + PRACTICE);
		for (const id of ['in-short', 'avoid', 'prefer', 'how-to-check', 'sources'])
			await expect(page.locator(`.sl-markdown-content h2#${id}`)).toBeVisible();
		await page.goto(`${home(locale)}${PRACTICE}#how-to-check`);
		await expect(page.locator('#how-to-check')).toBeInViewport();
		expect(await page.locator('.expressive-code').count()).toBeGreaterThan(4);
		await expect(page.locator('a[rel="next"]')).toHaveCount(1);
	});
}

test('the menu shows where a reader is who opens a page far down in its chapter', async ({
	page,
}) => {
	await page.goto('/checks/untranslated-text/');
	await expect(page.locator('.sidebar-list a[aria-current="page"]')).toBeInViewport();
	await expect(page.locator('h1')).toBeInViewport();
});

test('the copy button copies the code', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`/${PRACTICE}`);
	const block = page.locator('.expressive-code').first();
	await block.hover();
	await block.getByRole('button').click();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	const shown = (await block.locator('code').innerText()).replace(/\n+/g, '\n');
	expect(copied.replace(/\n+/g, '\n').trim()).toBe(shown.trim());
});

test('the theme that a reader picks stays on the next page', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto('/');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await page.locator('starlight-theme-select select').first().selectOption('light');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
	await page.goto(`/fr/${PRACTICE}`);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});
