import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { serveFolder, type Server } from './serve-folder.ts';

/** Checks every internal link and anchor that is reachable from a page; other sites are not asked. */
async function brokenLinks(
	start: readonly string[],
): Promise<{ checked: number; broken: string[] }> {
	const { origin } = new URL(start[0]!);
	const { links } = await new LinkChecker().check({
		path: [...start],
		recurse: true,
		checkFragments: true,
		checkCss: true,
		concurrency: 50,
		linksToSkip: (link) => Promise.resolve(!link.startsWith(`${origin}/`)),
	});
	const checked = links.filter(({ state }) => state !== LinkState.SKIPPED);
	return {
		checked: checked.length,
		broken: checked
			.filter(({ state }) => state === LinkState.BROKEN)
			.map(({ url, parent, status }) => `${parent ?? ''} -> ${url} (${status ?? ''})`),
	};
}

describe('the built site', () => {
	let server: Server;
	beforeAll(async () => {
		expect(existsSync(join(project, 'dist')), 'Run `npm run build` first.').toBe(true);
		server = await serveFolder(join(project, 'dist'));
	});
	afterAll(() => {
		server.close();
	});

	test('has no broken link or anchor', async () => {
		const paths = ['/', '/fr/', '/pt-br/', '/es/', '/404.html', '/fr/404/', '/es/404/'];
		const { checked, broken } = await brokenLinks(paths.map((path) => server.address + path));
		expect(broken).toEqual([]);
		expect(checked).toBeGreaterThan(100);
	});
});

describe('the site below a path', () => {
	let site: BuiltSite;
	let server: Server;
	beforeAll(async () => {
		site = buildSite({ BASE_PATH: '/docs/handbook' });
		server = await serveFolder(site.folder, '/docs/handbook');
	});
	afterAll(() => {
		server.close();
	});

	test('has no broken link or anchor', async () => {
		const { checked, broken } = await brokenLinks([`${server.address}/`, `${server.address}/fr/`]);
		expect(broken).toEqual([]);
		expect(checked).toBeGreaterThan(100);
	});
});
