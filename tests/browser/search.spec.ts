import { expect, home, locales, test } from './handbook-test.ts';

/** A word that only this language has, and what the search says of its results. */
const words: Readonly<Record<string, { word: string; results: RegExp; none: RegExp }>> = {
	en: { word: 'burned', results: /\d+ results? for/, none: /No results for/ },
	fr: { word: 'phénix', results: /\d+ résultats? pour/, none: /Aucun résultat pour/ },
	'pt-br': { word: 'requisição', results: /\d+ resultados? para/, none: /Nenhum resultado para/ },
	es: { word: 'solicitud', results: /\d+ resultados? para/, none: /Ningún resultado para/ },
};

for (const locale of locales) {
	test(`the search speaks ${locale.label} and finds a word of that language`, async ({ page }) => {
		const { word, results, none } = words[locale.folder]!;
		await page.goto(home(locale));
		await page.keyboard.press('Control+k');
		const dialog = page.getByRole('dialog');
		await dialog.locator('input').fill(word);
		await expect(dialog.locator('.pagefind-ui__message')).toHaveText(results);
		const first = dialog.locator('.pagefind-ui__result-link').first();
		await expect(first).toBeVisible();
		expect(await first.getAttribute('href')).toContain(home(locale));
		// Letters of no word here: for others the search falls back to what begins alike.
		await dialog.locator('input').fill('ŧħŋ');
		await expect(dialog.locator('.pagefind-ui__message')).toHaveText(none);
		await dialog.locator('input').fill(word);
		await dialog.locator('.pagefind-ui__result-link').first().click();
		await expect(page.locator('html')).toHaveAttribute('lang', locale.lang);
		await expect(page.locator('main')).toContainText(new RegExp(word, 'i'));
	});
}

/** What people type who do not know how this handbook calls things: the page found first, and others. */
const symptoms: Readonly<Record<string, readonly [first: string, ...others: string[]]>> = {
	'sticky session': ['be-stateless'],
	SIGTERM: ['shut-down-gracefully'],
	OOMKilled: ['set-memory-limits'],
	ECONNRESET: ['shut-down-gracefully', 'bound-every-wait'],
	zombie: ['one-process-per-container'],
	EACCES: ['run-as-non-root'],
};

for (const locale of locales) {
	test(`symptoms lead to their practices in ${locale.label}`, async ({ page }) => {
		await page.goto(home(locale));
		await page.keyboard.press('Control+k');
		const dialog = page.getByRole('dialog');
		const titles = dialog.locator('.pagefind-ui__result-title');
		for (const [symptom, [first, ...others]] of Object.entries(symptoms)) {
			await dialog.locator('input').fill(symptom);
			await expect(titles.first().locator('a')).toHaveAttribute('href', new RegExp(`/${first}/`));
			for (const other of others)
				await expect(titles.locator(`a[href*="/${other}/"]`).first()).toBeVisible();
		}
	});
}
