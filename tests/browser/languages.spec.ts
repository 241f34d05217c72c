import type { Page } from 'playwright/test';
import { expect, home, locales, PRACTICE, test } from './handbook-test.ts';

const [english, french, portuguese, spanish] = locales;

async function pick(page: Page, label: string): Promise<void> {
	const picker = page.locator('header language-picker');
	await picker.locator('summary').click();
	await picker.getByRole('link', { name: label }).click();
}

test('switching keeps the page and the section that was asked for', async ({ page }) => {
	await page.goto(`/${PRACTICE}#how-to-check`);
	for (const locale of [french, portuguese, spanish, english]) {
		if (!locale) throw new Error('A language is missing.');
		await pick(page, locale.label);
		await expect(page).toHaveURL(`${home(locale)}${PRACTICE}#how-to-check`);
		await expect(page.locator('html')).toHaveAttribute('lang', locale.lang);
		await expect(page.locator('#how-to-check')).toBeInViewport();
	}
});

test('switching keeps the section that was scrolled to', async ({ page }) => {
	await page.goto(`/fr/${PRACTICE}`);
	await page.locator('#trade-offs-and-exceptions').evaluate((heading) => {
		heading.scrollIntoView();
	});
	await pick(page, 'Español');
	await expect(page).toHaveURL(`/es/${PRACTICE}#trade-offs-and-exceptions`);
	await expect(page.locator('#trade-offs-and-exceptions')).toBeInViewport();
});

test('switching at the top of a page adds no section', async ({ page }) => {
	await page.goto(`/${PRACTICE}`);
	await pick(page, 'Français');
	await expect(page).toHaveURL(`/fr/${PRACTICE}`);
});

test('the picker closes by Escape and by a click elsewhere', async ({ page }) => {
	await page.goto('/');
	const picker = page.locator('header language-picker');
	await picker.locator('summary').click();
	await expect(picker.getByRole('link')).toHaveCount(locales.length);
	await page.keyboard.press('Escape');
	await expect(picker.getByRole('link').first()).toBeHidden();
	await expect(picker.locator('summary')).toBeFocused();
	await picker.locator('summary').click();
	await page.locator('h1').click();
	await expect(picker.getByRole('link').first()).toBeHidden();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the picker still switches the language of the page', async ({ page }) => {
		await page.goto(`/${PRACTICE}`);
		await pick(page, 'Português (Brasil)');
		await expect(page).toHaveURL(`/pt-br/${PRACTICE}`);
	});
});
