import { defineConfig } from 'playwright/test';
import { findBrowser } from './find-browser.ts';

const port = 4399;

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	workers: 2,
	reporter: [['list']],
	timeout: 60_000,
	use: {
		baseURL: `http://localhost:${port}`,
		launchOptions: {
			executablePath: await findBrowser(),
			args: ['--disable-background-networking', '--disable-component-update'],
		},
		trace: 'retain-on-failure',
	},
	webServer: {
		command: 'node src/cli/serve.ts',
		cwd: '../..',
		env: { PORT: String(port), BASE_PATH: '' },
		port,
		reuseExistingServer: false,
	},
});
