import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, test } from 'vitest';
import { buildSite, project } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';
import { serveFolder } from './serve-folder.ts';

const dist = join(project, 'dist');

/** Follows every internal link and anchor of a built site; other sites are not asked. */
async function followLinks(
	folder: string,
	base = '',
): Promise<{ pages: string[]; broken: string[] }> {
	const server = await serveFolder(folder, base);
	try {
		const origin = new URL(server.address).origin;
		const start = pagesOf(folder).map((page) => `${server.address}/${page}`);
		const { links } = await new LinkChecker().check({
			path: start,
			recurse: true,
			checkFragments: true,
			checkCss: true,
			concurrency: 50,
			linksToSkip: (link) => Promise.resolve(!link.startsWith(`${origin}/`)),
		});
		const path = (url = ''): string => url.slice(server.address.length + 1);
		return {
			pages: links.filter(({ state }) => state === LinkState.OK).map(({ url }) => path(url)),
			broken: links
				.filter(({ state }) => state === LinkState.BROKEN)
				.map(({ url, parent }) => `${path(parent)} -> ${path(url)}`),
		};
	} finally {
		server.close();
	}
}

/** Addresses of all pages of a built site, below its base: `fr/going-to-production/`. */
function pagesOf(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.html'))
		.map((path) => path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'));
}

describe('the built site', () => {
	test('has no broken link or anchor', async () => {
		expect(existsSync(dist), 'Run `npm run build` first.').toBe(true);
		const { pages, broken } = await followLinks(dist);
		expect(broken).toEqual([]);
		expect(pages).toEqual(expect.arrayContaining(pagesOf(dist)));
	});

	test('would not hide a broken link or anchor', async () => {
		const damaged = join(scratchFolder('damaged'), 'dist');
		cpSync(dist, damaged, { recursive: true });
		const home = join(damaged, 'index.html');
		const html = readFileSync(home, 'utf8').replace(
			'<main',
			'<a href="fr/nowhere/">a</a><a href="going-to-production/be-stateless/#nowhere">b</a><main',
		);
		writeFileSync(home, html);
		const { broken } = await followLinks(damaged);
		expect(broken).toEqual(
			expect.arrayContaining([' -> fr/nowhere/', ' -> going-to-production/be-stateless/#nowhere']),
		);
	});
});

describe('the site below a path', () => {
	test('has no broken link or anchor', async () => {
		const { folder } = buildSite({ BASE_PATH: '/docs/handbook' });
		const { pages, broken } = await followLinks(folder, '/docs/handbook');
		expect(broken).toEqual([]);
		expect(pages).toEqual(expect.arrayContaining(pagesOf(folder)));
	});
});
