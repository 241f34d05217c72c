import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, home, locales, test } from './handbook-test.ts';

const titles: Readonly<Record<string, string>> = {
	en: 'This page does not exist',
	fr: 'Cette page n’existe pas',
	'pt-br': 'Esta página não existe',
	es: 'Esta página no existe',
};

const dist = join(import.meta.dirname, '../../dist');

for (const locale of locales) {
	test(`a missing page says so in ${locale.label}`, async ({ page, complaints }) => {
		const response = await page.goto(`${home(locale)}no/such/page/`);
		expect(response?.status()).toBe(404);
		complaints.length = 0;
		await expect(page.locator('html')).toHaveAttribute('lang', locale.lang);
		await expect(page.locator('h1')).toHaveText(titles[locale.folder]!);
		await expect(page.locator('main section')).toHaveCount(locale.folder === 'en' ? 4 : 1);
		const link = page.locator('main section a:visible').first();
		expect(await link.getAttribute('href')).toBe(home(locale));
	});

	test(`a host with one page for all that is missing says so in ${locale.label}`, async ({
		page,
	}) => {
		const body = readFileSync(join(dist, '404.html'), 'utf8');
		await page.route('**/no/such/page/', (route) =>
			route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
		);
		await page.goto(`${home(locale)}no/such/page/`);
		await expect(page.locator('h1')).toHaveText(titles[locale.folder]!);
		await expect(page).toHaveTitle(new RegExp(titles[locale.folder]!));
		await expect(page.locator('main section:visible')).toHaveCount(1);
		await expect(page.locator('main section:visible')).toHaveAttribute('lang', locale.lang);
	});
}
