import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

const PAGE = 'going-to-production/shut-down-gracefully';
const ORIGIN = 'https://example.org/handbook';

/** The handbook with one page that French and Spanish have not translated, below a path. */
describe('a page that some languages lack', () => {
	let site: BuiltSite;

	beforeAll(() => {
		const content = scratchFolder('partial');
		cpSync(join(project, 'content'), content, { recursive: true });
		for (const locale of ['fr', 'es']) rmSync(join(content, locale, `${PAGE}.md`));
		site = buildSite({
			CONTENT_DIR: content,
			SITE_URL: 'https://example.org',
			BASE_PATH: '/handbook',
		});
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
	});

	const links = (html: string, rel: string): string[] =>
		[...html.matchAll(/<link\b[^>]*>/g)]
			.map(([tag]) => tag)
			.filter((tag) => tag.includes(`rel="${rel}"`));
	const hreflangs = (html: string): string[] =>
		links(html, 'alternate')
			.map((tag) => /hreflang="([^"]+)"/.exec(tag)?.[1] ?? '')
			.sort();
	const attribute = (tag = '', name: string): string | undefined =>
		new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];

	test('is offered to search engines in its real languages only', () => {
		for (const path of [`${PAGE}/index.html`, `pt-br/${PAGE}/index.html`])
			expect(hreflangs(site.read(path))).toEqual(['en', 'pt-BR', 'x-default']);
		const translated = site.read('fr/going-to-production/be-stateless/index.html');
		expect(hreflangs(translated)).toEqual(['en', 'es', 'fr', 'pt-BR', 'x-default']);
		for (const tag of links(translated, 'alternate'))
			expect(attribute(tag, 'href')).toMatch(
				/^https:\/\/example\.org\/handbook\/((fr|es|pt-br)\/)?going-to-production\/be-stateless\/$/,
			);
	});

	test('names the English page as its original', () => {
		const [canonical] = links(site.read(`fr/${PAGE}/index.html`), 'canonical');
		expect(attribute(canonical, 'href')).toBe(`${ORIGIN}/${PAGE}/`);
		const [own] = links(site.read(`pt-br/${PAGE}/index.html`), 'canonical');
		expect(attribute(own, 'href')).toBe(`${ORIGIN}/pt-br/${PAGE}/`);
	});

	test('is in the sitemap in its real languages only', () => {
		const sitemap = site.read('sitemap-0.xml');
		const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url]) => url);
		expect(addresses.filter((url) => url?.endsWith(`${PAGE}/`)).sort()).toEqual([
			`${ORIGIN}/${PAGE}/`,
			`${ORIGIN}/pt-br/${PAGE}/`,
		]);
		expect(addresses).toContain(`${ORIGIN}/`);
		expect(sitemap).not.toContain('404');
		const entry = sitemap.split('<url>').find((url) => url.includes(`<loc>${ORIGIN}/${PAGE}/<`));
		expect(
			[...(entry ?? '').matchAll(/hreflang="([^"]+)"/g)].map(([, lang]) => lang).sort(),
		).toEqual(['en', 'pt-BR']);
	});

	test('is not in the search of the languages that lack it', () => {
		const { languages } = JSON.parse(site.read('pagefind/pagefind-entry.json')) as {
			languages: Record<string, { page_count: number }>;
		};
		const pages = (lang: string): number => languages[lang]?.page_count ?? 0;
		expect(pages('en')).toBeGreaterThan(4);
		expect(pages('pt-br')).toBe(pages('en'));
		expect(pages('fr')).toBe(pages('en') - 1);
		expect(pages('es')).toBe(pages('en') - 1);
	});

	test('says which language each part of it is in', () => {
		const html = site.read(`fr/${PAGE}/index.html`);
		expect(html).toMatch(/<html lang="fr"/);
		expect(html).toMatch(/<title lang="en">/);
		expect(html).toMatch(/<main[^>]* lang="en"/);
		expect(html).toMatch(/<div class="fallback-notice" lang="fr"/);
		expect(html).toMatch(/<meta [^>]*property="og:locale"[^>]* content="en"/);
		expect(html).toMatch(/<starlight-toc[\s\S]*?<h2[^>]*>Sur cette page<\/h2>\s*<ul lang="en"/);
		expect(site.read(`pt-br/${PAGE}/index.html`)).toMatch(/property="og:locale" content="pt_BR"/);
	});

	test('is marked as English in the sidebar and among the neighbours', () => {
		const html = site.read('fr/going-to-production/be-stateless/index.html');
		const sidebar = html.split('class="sidebar-list"')[2] ?? '';
		expect(sidebar).toMatch(
			new RegExp(`href="/handbook/fr/${PAGE}/"[^>]*>\\s*<span lang="en">[^<]+</span>`),
		);
		expect(sidebar).toContain('pas encore traduite');
		expect(html).toMatch(/rel="next"[\s\S]*?<strong lang="en">/);
	});

	test('keeps its reader’s language in the links of its text', () => {
		const html = site.read(`fr/${PAGE}/index.html`);
		const content = html.slice(html.indexOf('sl-markdown-content'));
		const related = [...content.matchAll(/href="(\.\.\/[^"]+)"/g)].map(([, href]) => href ?? '');
		expect(related.length).toBeGreaterThan(0);
		for (const href of related) {
			const { pathname } = new URL(href, `${ORIGIN}/fr/${PAGE}/`);
			expect(pathname).toMatch(/^\/handbook\/fr\//);
		}
	});

	test('has the English section ids in every language', () => {
		const ids = (path: string): string[] =>
			[...site.read(path).matchAll(/<h[2-6] id="([^"]+)"/g)]
				.map(([, id]) => id ?? '')
				.filter((id) => !id.startsWith('starlight'));
		const page = 'going-to-production/be-stateless/index.html';
		const source = ids(page);
		expect(source).toContain('how-to-check');
		for (const locale of ['fr', 'pt-br', 'es']) expect(ids(`${locale}/${page}`)).toEqual(source);
	});
});
