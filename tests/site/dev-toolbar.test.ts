import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';
import { project } from './build-site.ts';
import { recordTranslations } from './record-translations.ts';
import { scratchFolder } from './scratch-folder.ts';
import { startDevServer, type DevServer } from './start-dev-server.ts';

const PAGE = 'going-to-production/be-stateless';

describe('a writer with the toolbar of the dev server', () => {
	let server: DevServer;
	let browser: Browser;
	let page: Page;
	let content: string;
	let app: Locator;

	beforeAll(async () => {
		content = scratchFolder('toolbar');
		cpSync(join(project, 'content'), content, { recursive: true });
		recordTranslations(content);
		rmSync(join(content, `es/${PAGE}.md`));
		server = await startDevServer(content);
		browser = await chromium.launch({ executablePath: await findBrowser() });
		page = await browser.newPage();
		app = page.locator(
			'astro-dev-toolbar-app-canvas[data-app-id="handbook-parity"] astro-dev-toolbar-window',
		);
		await visit(`fr/${PAGE}/`);
	});
	afterAll(async () => {
		await browser.close();
		server.stop();
	});

	async function visit(path: string): Promise<void> {
		await page.goto(`${server.address}/${path}`);
		await page.waitForLoadState('networkidle');
	}
	const says = (text: string | RegExp): Promise<void> =>
		expect.poll(() => app.textContent(), { timeout: 20_000, interval: 20 }).toMatch(text);
	const edit = (path: string, change: (text: string) => string): void => {
		const file = join(content, `${path}.md`);
		writeFileSync(file, change(readFileSync(file, 'utf8')));
	};
	const french = `fr/${PAGE}`;

	test('reads that there is nothing to report', async () => {
		await says(/Nothing to report about .*fr\/going-to-production\/be-stateless\.md/);
	});

	test('sees a finding within a second of saving, and that it is mended', async () => {
		const start = performance.now();
		edit(french, (text) => text.replace('```js', '```python'));
		await says(/expected js/);
		expect(performance.now() - start).toBeLessThan(1000);
		await says(/Parity1error.*be-stateless\.md:\d+:1code-language/);
		edit(french, (text) => text.replace('```python', '```js'));
		await says('Nothing to report');
	});

	test('sees what a change of the English page means for the translation', async () => {
		edit(`en/${PAGE}`, (text) => text.replace('## How to check\n', '## How to check\n\nFirst:\n'));
		await says(/warning The source of the section How to check has changed/);
	});

	test('opens the place in the editor, and the page about the rule', async () => {
		const opened = page.waitForRequest(/__open-in-editor/);
		await app
			.locator('button')
			.first()
			.evaluate((button) => {
				(button as HTMLElement).click();
			});
		const file = new URL((await opened).url()).searchParams.get('file') ?? '';
		const line = readFileSync(join(content, `${french}.md`), 'utf8')
			.split('\n')
			.indexOf('## Comment vérifier');
		expect(file).toBe(`${join(content, `${french}.md`)}:${line + 1}:1`);
		edit(french, (text) => text.replace('```js', '```python'));
		await says('code-language');
		const help = app.getByText('code-language');
		expect(await help.getAttribute('href')).toBe('/fr/checks/code-language/');
		edit(french, (text) => text.replace('```python', '```js'));
	});

	test('keeps the window open when the page is loaded anew', async () => {
		await page.locator('astro-dev-toolbar').waitFor({ state: 'attached' });
		await page.evaluate(() => {
			sessionStorage.setItem('handbook-parity', 'open');
		});
		await page.reload();
		await app.waitFor({ state: 'visible' });
	});

	test('is told about pages that are missing, and about those that are none', async () => {
		await visit(`es/${PAGE}/`);
		await says(/not translated yet: there is no .*es\/going-to-production\/be-stateless\.md/);
		await visit('es/translation-status/');
		await says('no page of the content folder');
	});
});
