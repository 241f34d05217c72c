import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';
import { project } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';
import { startDevServer, type DevServer } from './start-dev-server.ts';

describe('a writer with the dev server open', () => {
	let server: DevServer;
	let browser: Browser;
	let page: Page;
	let content: string;

	beforeAll(async () => {
		content = scratchFolder('writing');
		cpSync(join(project, 'content'), content, { recursive: true });
		server = await startDevServer(content);
		browser = await chromium.launch({ executablePath: await findBrowser() });
		page = await browser.newPage();
		await page.goto(`${server.address}/fr/`);
		// The first visit makes the server prepare its own scripts, and may reload the page.
		await page.waitForLoadState('networkidle');
	});
	afterAll(async () => {
		await browser.close();
		server.stop();
	});

	const file = (path: string): string => join(content, path);

	test('sees a saved page in the open browser', async () => {
		const text = readFileSync(file('fr/index.md'), 'utf8');
		writeFileSync(file('fr/index.md'), text.replace(/^# .*$/m, '# Un titre tout neuf'));
		await page.getByRole('heading', { level: 1, name: 'Un titre tout neuf' }).waitFor();
	});

	test('sees a new page in the sidebar, and no trace of a removed one', async () => {
		const link = page.getByRole('link', { name: 'A fresh page' });
		writeFileSync(file('en/fresh.md'), '# A fresh page\n\nText.\n');
		await link.first().waitFor();
		expect((await fetch(`${server.address}/fr/fresh/`)).status).toBe(200);
		rmSync(file('en/fresh.md'));
		await link.first().waitFor({ state: 'detached' });
	});

	test('is told what a build would refuse, and goes on writing', async () => {
		const text = readFileSync(file('fr/index.md'), 'utf8');
		writeFileSync(file('fr/index.md'), `${text}\n[nulle part](./nulle-part.md)\n`);
		await expect
			.poll(() => server.output(), { timeout: 20_000 })
			.toMatch(/There is no page `fr\/nulle-part\.md`/);
		writeFileSync(file('fr/index.md'), text.replace(/^# .*$/m, '# Réparé'));
		await page.getByRole('heading', { level: 1, name: 'Réparé' }).waitFor();
	});
});
