import { expect, test as base } from 'playwright/test';
import { locales, sourceLocale, type Locale } from '../../src/locales.ts';

export { expect };

/** `home(french)` => `'/fr/'` */
export function home({ folder }: Locale): string {
	return folder === sourceLocale.folder ? '/' : `/${folder}/`;
}

/** The practice that every language has. */
export const PRACTICE = 'going-to-production/be-stateless/';

/** Playwright's test, failing on whatever the browser complains about: errors and lost requests. */
export const test = base.extend<{ complaints: string[] }>({
	complaints: [
		async ({ page, baseURL }, use) => {
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('requestfailed', (request) => {
				// A page that is left early drops what it was still fetching.
				if (request.failure()?.errorText !== 'net::ERR_ABORTED')
					complaints.push(`failed: ${request.url()}`);
			});
			page.on('response', (response) => {
				if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
			});
			page.on('request', (request) => {
				const { origin } = new URL(request.url());
				if (baseURL && origin !== new URL(baseURL).origin && !origin.startsWith('http://localhost'))
					complaints.push(`a request to another host: ${request.url()}`);
			});
			await use(complaints);
			expect(complaints).toEqual([]);
		},
		{ auto: true },
	],
});

export { locales };
