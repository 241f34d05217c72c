import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';
import { project } from './build-site.ts';
import { plainEnvironment } from './plain-environment.ts';
import { scratchFolder } from './scratch-folder.ts';

describe('a writer with the dev server open', () => {
	let server: ChildProcess;
	let output = '';
	let browser: Browser;
	let page: Page;
	let content: string;
	let address: string;

	beforeAll(async () => {
		content = scratchFolder('writing');
		cpSync(join(project, 'content'), content, { recursive: true });
		server = spawn(
			process.execPath,
			[join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--port', '4398'],
			{
				cwd: project,
				env: plainEnvironment({ CONTENT_DIR: content, CACHE_DIR: join(content, '.cache') }),
			},
		);
		const collect = (chunk: Buffer): void => void (output += chunk.toString());
		server.stdout!.on('data', collect);
		server.stderr!.on('data', collect);
		await vi.waitUntil(() => /localhost:\d+/.test(output), { timeout: 60_000 });
		address = `http://localhost:${/localhost:(\d+)/.exec(output)![1]!}`;
		browser = await chromium.launch({ executablePath: await findBrowser() });
		page = await browser.newPage();
		await page.goto(`${address}/fr/`);
		// The first visit makes the server prepare its own scripts, and may reload the page.
		await page.waitForLoadState('networkidle');
	});
	afterAll(async () => {
		await browser.close();
		server.kill();
	});

	const file = (path: string): string => join(content, path);

	test('sees a saved page in the open browser', async () => {
		const text = readFileSync(file('fr/index.md'), 'utf8');
		writeFileSync(file('fr/index.md'), text.replace(/^# .*$/m, '# Un titre tout neuf'));
		await page.getByRole('heading', { level: 1, name: 'Un titre tout neuf' }).waitFor();
	});

	test('sees a new page in the sidebar, and no trace of a removed one', async () => {
		writeFileSync(file('en/fresh.md'), '# A fresh page\n\nText.\n');
		await expect
			.poll(async () => (await fetch(`${address}/`)).text(), { timeout: 20_000 })
			.toContain('A fresh page');
		expect((await fetch(`${address}/fr/fresh/`)).status).toBe(200);
		rmSync(file('en/fresh.md'));
		await expect
			.poll(async () => (await fetch(`${address}/`)).text(), { timeout: 20_000 })
			.not.toContain('A fresh page');
	});

	test('is told what a build would refuse, and goes on writing', async () => {
		const text = readFileSync(file('fr/index.md'), 'utf8');
		writeFileSync(file('fr/index.md'), `${text}\n[nulle part](./nulle-part.md)\n`);
		await expect
			.poll(() => output, { timeout: 20_000 })
			.toMatch(/There is no page `fr\/nulle-part\.md`/);
		writeFileSync(file('fr/index.md'), text.replace(/^# .*$/m, '# Réparé'));
		await page.getByRole('heading', { level: 1, name: 'Réparé' }).waitFor();
	});
});
