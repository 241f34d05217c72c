import { expect, home, locales, test } from './handbook-test.ts';

/** The pages of every language that have a diagram. */
const PAGES = ['be-stateless', 'shut-down-gracefully', 'probe-liveness-and-readiness'].map(
	(page) => `going-to-production/${page}/`,
);

for (const locale of locales)
	test(`words of ${locale.label} diagrams stay within their boxes, on phones as well`, async ({
		page,
	}) => {
		for (const path of PAGES) {
			await page.setViewportSize({ width: 1280, height: 900 });
			await page.goto(home(locale) + path);
			const diagram = page.locator('.diagram').first();
			await expect(diagram.getByRole('img')).toHaveAccessibleName(/\S/);
			const outside = await diagram.evaluate((element) => {
				const rectsOf = (selector: string) =>
					[...element.querySelectorAll(selector)].map((each) => {
						const { left, right, top, bottom } = each.getBoundingClientRect();
						return { left, right, top, bottom, text: each.textContent };
					});
				const boxes = rectsOf('.node, .note, .gap');
				return rectsOf('text')
					.filter(
						({ left, right, top, bottom }) =>
							!boxes.some(
								(box) =>
									box.left <= left &&
									right <= box.right &&
									// Lines are a little higher than their letters.
									box.top <= top + 2 &&
									bottom - 2 <= box.bottom,
							),
					)
					.map(({ text }) => text);
			});
			expect(outside, path).toEqual([]);

			await page.setViewportSize({ width: 360, height: 640 });
			const size = await diagram.getByRole('img').boundingBox();
			expect(size!.height, path).toBeGreaterThan(150);
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			expect(width, path).toBeLessThanOrEqual(360);
		}
	});

test('a diagram follows the theme of the page, and paper is light', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(`/${PAGES[0]!}`);
	const fills = async (): Promise<string[]> =>
		page
			.locator('.diagram')
			.evaluate((diagram) =>
				['.node', 'text', '.tip'].map(
					(selector) => getComputedStyle(diagram.querySelector(selector)!).fill,
				),
			);
	const light = await fills();
	await page.locator('header starlight-theme-select select').selectOption('dark');
	const dark = await fills();
	for (const [index, fill] of light.entries()) expect(dark[index]).not.toBe(fill);
	await page.emulateMedia({ media: 'print' });
	expect(await fills()).toEqual(light);
});
