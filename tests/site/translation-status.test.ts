import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, project, type BuiltSite } from './build-site.ts';
import { recordTranslations } from './record-translations.ts';
import { scratchFolder } from './scratch-folder.ts';

const ORDERS = {
	en: '# Orders\n\nAn order waits.\n\n## Take them\n\nStore first.\n\n## Pack them\n\nTape holds.\n\n## Send them\n\nBy noon.\n',
	fr: '# Commandes\n\nUne commande attend.\n\n## Les prendre\n\nEnregistrez d’abord.\n\n## Les emballer\n\nLe ruban tient.\n\n## Les envoyer\n\nAvant midi.\n',
	es: '# Pedidos\n\nUn pedido espera.\n\n## Tomarlos\n\nGuarde primero.\n\n## Empacarlos\n\nLa cinta aguanta.\n\n## Enviarlos\n\nAntes del mediodía.\n',
};
const REPOSITORY = 'https://example.org/shop';

/** A project with pages of its own that were translated before some of them changed. */
describe('translations that English has moved on from', () => {
	let site: BuiltSite;
	let content: string;

	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(content, path)), { recursive: true });
		writeFileSync(join(content, path), text);
	};
	const change = (path: string, from: string | RegExp, to: string): void => {
		const text = readFileSync(join(content, path), 'utf8');
		expect(text).toMatch(from);
		write(path, text.replace(from, to));
	};

	beforeAll(() => {
		const copy = scratchFolder('stale');
		for (const path of ['src', 'public', 'astro.config.mjs', 'package.json', 'parity.config.ts'])
			cpSync(join(project, path), join(copy, path), { recursive: true });
		cpSync(join(project, 'tsconfig.json'), join(copy, 'tsconfig.json'));
		content = join(copy, 'content');
		for (const [locale, text] of Object.entries({ ...ORDERS, 'pt-br': '' })) {
			write(`${locale}/index.md`, `# ${locale}\n`);
			if (text === '') continue;
			write(`${locale}/shop/orders.md`, text);
			write(`${locale}/shop/returns.md`, text.replace(/^# .*/, `# Returns (${locale})`));
		}
		recordTranslations(content);
		// Nobody recorded this one, and the other lost a section after it was recorded.
		for (const locale of ['en', 'fr'] as const)
			write(`${locale}/shop/carts.md`, ORDERS[locale].replace(/^# .*/, `# Carts (${locale})`));
		change('es/shop/returns.md', /## Empacarlos\n\n.*\n\n/, '');
		// English moved on: two sections of three, a wrapped line, and one section went away.
		change('en/shop/orders.md', 'An order waits.', 'An order waits for its payment.');
		change('en/shop/orders.md', 'By noon.', 'By four.');
		change('en/shop/orders.md', 'Store first.', 'Store\nfirst.');
		site = buildSite(
			{ SITE_URL: 'https://example.org', BASE_PATH: '/docs', REPOSITORY_URL: REPOSITORY },
			copy,
		);
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
		expect(site.succeeded).toBe(true);
	});

	const main = (path: string): string =>
		/<main[^]*<\/main>/.exec(site.read(`${path}index.html`))?.[0] ?? '';
	const notice = (path: string): string =>
		/<div class="stale-notice"[^]*?<\/div>/.exec(main(path))?.[0] ?? '';
	const plain = (html: string): string =>
		html
			.replace(/<[^>]+>/g, ' ')
			.replace(/\s+/g, ' ')
			.trim();

	test('a notice names the changed sections, in the words of the page', () => {
		expect(plain(notice('fr/shop/orders/'))).toMatch(
			/^La page anglaise a changé .* : l’introduction Les envoyer Lire en anglais$/,
		);
		expect(plain(notice('es/shop/orders/'))).toMatch(/: la introducción Enviarlos Leer en inglés$/);
	});

	test('it leads to the sections and to the English page, and is not searched', () => {
		const html = notice('fr/shop/orders/');
		expect(html).toContain('<a href="#send-them">Les envoyer</a>');
		expect(html).toContain('href="/docs/shop/orders/" hreflang="en"');
		expect(html).toContain('data-pagefind-ignore');
		expect(main('fr/shop/orders/')).toContain('<h2 id="send-them">');
	});

	test('each changed section carries a mark, and no other does', () => {
		const html = main('fr/shop/orders/');
		const marked = [...html.matchAll(/<h2 id="([^"]+)">(?:(?!<h2).)*?class="stale-mark"/gs)];
		expect(marked.map(([, id]) => id)).toEqual(['send-them']);
		expect(html).toMatch(/class="stale-mark" data-pagefind-ignore[^>]*>modifiée en anglais</);
	});

	test('the mark is no part of the heading or the table of contents', () => {
		const html = site.read('fr/shop/orders/index.html');
		expect(html).toContain('<h2 id="send-them">Les envoyer</h2>');
		expect(html.match(/modifiée en anglais/g)).toHaveLength(1);
	});

	test('a page that is current, not recorded or English says nothing of it', () => {
		for (const path of ['fr/shop/returns/', 'fr/shop/carts/', 'shop/orders/', 'fr/'])
			expect(main(path), path).not.toContain('stale-');
	});

	test('a page says nothing of a record that its front matter holds', () => {
		expect(site.read('fr/shop/orders/index.html')).not.toMatch(/\bparity:/);
	});

	/** Cells of a row of a status page, as text. */
	function row(language: string, title: string): string[] {
		const html = main(`${language}translation-status/`);
		const found = [...html.matchAll(/<tr role="row">[^]*?<\/tr>/g)]
			.map(([text]) => text)
			.find((text) => text.includes(`>${title}</a>`));
		return [...(found ?? '').matchAll(/<td[^]*?<\/td>/g)].map(([cell]) =>
			plain(cell.replace(/<span class="status-language"[^]*?<\/span>/, '')),
		);
	}

	test('the status page tells how each page stands in each language', () => {
		const links = 'English history Edit';
		const missing = 'missing English history Translate this page';
		expect(row('', 'Orders')).toEqual([
			`partly stale (2 sections) ${links}`,
			missing,
			`partly stale (2 sections) ${links}`,
		]);
		expect(row('', 'Returns (en)')).toEqual([
			`current ${links}`,
			missing,
			`with problems (2) ${links}`,
		]);
		expect(row('', 'Carts (en)')).toEqual([`not recorded ${links}`, missing, missing]);
	});

	test('it speaks each language, with titles in it where there are some', () => {
		expect(row('fr/', 'Commandes')[0]).toMatch(/^en partie dépassée \(2 sections\) /);
		expect(main('pt-br/translation-status/')).toMatch(
			/<a href="\/docs\/pt-br\/shop\/orders\/" lang="en">\s*Orders\s*<\/a>/,
		);
		for (const [language, title] of [
			['', 'Translation status'],
			['fr/', 'État des traductions'],
			['pt-br/', 'Situação das traduções'],
			['es/', 'Estado de las traducciones'],
		] as const)
			expect(main(`${language}translation-status/`)).toMatch(new RegExp(`<h1[^>]*>${title}</h1>`));
	});

	test('a cell leads to the page, to the English versions and to the editor', () => {
		const html = main('translation-status/');
		for (const href of [
			'/docs/fr/shop/orders/',
			`${REPOSITORY}/commits/main/content/en/shop/orders.md`,
			`${REPOSITORY}/edit/main/content/fr/shop/orders.md`,
		])
			expect(html).toContain(`href="${href}"`);
	});

	test('totals by language stand at its top', () => {
		const html = main('translation-status/');
		const totals = plain(/<ul class="status-totals">[^]*?<\/ul><\/li><\/ul>/.exec(html)?.[0] ?? '');
		expect(totals).toBe(
			'Français 2 current 1 partly stale 1 not recorded ' +
				'Português (Brasil) 1 current 3 missing ' +
				'Español 1 current 1 partly stale 1 with problems 1 missing',
		);
	});

	test('every page leads to it, and it exists in every language', () => {
		expect(site.read('fr/shop/orders/index.html')).toContain('href="/docs/fr/translation-status/"');
		const html = site.read('fr/translation-status/index.html');
		expect(html).toMatch(
			/hreflang="es" href="https:\/\/example\.org\/docs\/es\/translation-status\/"/,
		);
		expect(html).not.toContain('pas encore traduite<');
	});

	test('the search does not find it', () => {
		expect(site.read('translation-status/index.html')).not.toContain('data-pagefind-body');
	});
});
