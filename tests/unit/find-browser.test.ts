import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser } from '../browser/find-browser.ts';

afterEach(() => {
	vi.unstubAllEnvs();
});

test('the browser that the environment names comes first', async () => {
	vi.stubEnv('BROWSER_PATH', process.execPath);
	expect(await findBrowser()).toBe(process.execPath);
});

test('a name that leads nowhere is an error, not a reason to take another', async () => {
	vi.stubEnv('BROWSER_PATH', '/no/such/browser');
	await expect(findBrowser()).rejects.toThrow(
		'BROWSER_PATH is `/no/such/browser`, which is no program. Correct it, or unset it.',
	);
});

test('on this system there is one', async () => {
	expect(await findBrowser()).toBeTruthy();
});
