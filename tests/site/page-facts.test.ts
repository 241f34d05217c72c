import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { asOf, releaseLines } from '../../src/releases.ts';
import { formatDay, formatVersions } from '../../src/site/locale-formats.ts';
import { buildSite, type BuiltSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

const [first, second] = releaseLines.filter(({ measured }) => measured);
const LINES = `${first?.line}, ${second?.line}`;

const PAGE = `---
nodeVersions: [22, 24, 26]
lastReviewed: 2026-11-20
difficulty: medium
---

# Orders

Measured on :node[${LINES}] on :as-of, at 12:30 :smile:.

:::note[On :node[${first?.line}]]
- Lines:

  ::node-releases
:::
`;

/** What pages say of releases of Node.js and of themselves, in the language of the page. */
describe('facts', () => {
	let site: BuiltSite;
	beforeAll(() => {
		const content = scratchFolder('facts');
		for (const locale of ['en', 'fr', 'pt-br', 'es']) {
			mkdirSync(join(content, locale));
			writeFileSync(join(content, locale, 'index.md'), PAGE);
		}
		writeFileSync(join(content, 'en/plain.md'), '# Plain\n\nNothing is said.\n');
		writeFileSync(join(content, 'en/late.md'), PAGE.replace('# Orders', '# Late orders'));
		site = buildSite({ CONTENT_DIR: content });
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
	});

	const minor = (version = ''): string => version.split('.').slice(0, 2).join('.');
	const measured = (lang: string): string =>
		formatVersions([minor(first?.measured), minor(second?.measured)], lang);
	const facts = (html: string): string[] => {
		const [, list = ''] = /<ul class="page-facts"[^>]*>([\s\S]*?)<\/ul>/.exec(html) ?? [];
		return [...list.matchAll(/<li>([^<]*)<\/li>/g)].map(([, fact = '']) => fact);
	};

	test.each([
		['', 'en', 'Status on ', 'Not released yet'],
		['fr/', 'fr', 'Statut au ', 'Pas encore publiée'],
		['pt-br/', 'pt-BR', 'Status em ', 'Ainda não lançada'],
		['es/', 'es', 'Estado el ', 'Aún no publicada'],
	])('of releases at /%s', (folder, lang, status, future) => {
		const html = site.read(`${folder}index.html`);
		const day = formatDay(asOf, lang);
		const sentence = `Measured on ${measured(lang)} on ${day}, at 12:30 :smile:.`;
		expect(html).toContain(`<p>${sentence}</p>`);
		expect(/<meta name="description" content="([^"]*)"/.exec(html)?.[1]).toBe(sentence);
		expect(html).toContain(
			`<aside aria-label="On ${formatVersions([minor(first?.measured)], lang)}"`,
		);
		const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
		expect(table).toContain(`<th>${status}${day}</th>`);
		for (const { line, endOfLife } of releaseLines) {
			expect(table).toMatch(new RegExp(`<td>${line}( \\(\\w+\\))?</td>`));
			expect(table).toContain(`<td>${endOfLife}</td>`);
		}
		const isFuture = releaseLines.some(({ released }) => released > asOf);
		expect(table.includes(`<td>${future}</td>`)).toBe(isFuture);
	});

	test.each([
		['', 'Last reviewed on 20 November 2026', 'For Node.js 22, 24 and 26', 'Medium effort'],
		['fr/', 'Dernière relecture le 20 novembre 2026', 'Pour Node.js 22, 24 et 26', 'Effort moyen'],
		[
			'pt-br/',
			'Última revisão em 20 de novembro de 2026',
			'Para Node.js 22, 24 e 26',
			'Esforço médio',
		],
		[
			'es/',
			'Última revisión el 20 de noviembre de 2026',
			'Para Node.js 22, 24 y 26',
			'Esfuerzo medio',
		],
	])('of a page at /%s', (folder, ...expected) => {
		const spaced = (html: string): string => html.replaceAll('\u00a0', ' ');
		expect(facts(spaced(site.read(`${folder}index.html`)))).toEqual(expected);
	});

	test('stay in the language of the reader below an English title', () => {
		const html = site.read('fr/late/index.html');
		expect(html).toMatch(/<main[^>]* lang="en"/);
		expect(html).toMatch(/<ul class="page-facts" lang="fr"/);
		expect(facts(html)).toContain('Effort moyen');
	});

	test('are not made up', () => {
		expect(site.read('plain/index.html')).not.toContain('page-facts');
	});

	test('of releases are found by the search, those of a page are not', () => {
		const folder = join(site.folder, 'pagefind/fragment');
		const texts = readdirSync(folder).map((name) =>
			gunzipSync(readFileSync(join(folder, name)))
				.toString()
				.replaceAll('\u00a0', ' '),
		);
		const sentence = `Measured on ${measured('en')} on`.replaceAll('\u00a0', ' ');
		expect(texts.filter((text) => text.includes(sentence))).toHaveLength(2);
		for (const text of texts) expect(text).not.toMatch(/Last reviewed|Medium effort/);
	});
});
