import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildSite, type BuiltSite } from './build-site.ts';
import { scratchFolder } from './scratch-folder.ts';

/** What the site itself adds to a page: it has to speak the page's language. */
describe('the words around a translated text', () => {
	let site: BuiltSite;
	beforeAll(() => {
		const content = scratchFolder('words');
		const page =
			'## Queue\n\nOrders[^1] wait.\n\n:::note\nHere.\n:::\n\n```js\nwait();\n```\n\n[^1]: Two.\n';
		for (const locale of ['en', 'fr', 'pt-br', 'es']) {
			mkdirSync(join(content, locale));
			writeFileSync(join(content, locale, 'index.md'), `# ${locale}\n\n${page}`);
		}
		site = buildSite({ CONTENT_DIR: content });
		expect(site.output).not.toMatch(/\[(?:WARN|ERROR)\]/);
	});

	test.each([
		['', 'Footnotes', 'Back to reference 1', 'Note', 'Copy to clipboard', 'Section titled “Queue”'],
		[
			'fr/',
			'Notes de bas de page',
			'Revenir à l’appel de note 1',
			'Remarque',
			'Copier dans le presse-papiers',
			'Section intitulée « Queue »',
		],
		['pt-br/', 'Notas de rodapé', 'Voltar à referência 1', 'Nota', 'Copiar', 'Seção intitulada'],
		['es/', 'Notas al pie', 'Volver a la referencia 1', 'Nota', 'Copiar', 'Sección titulada'],
	])('at /%s', (folder, footnotes, back, note, copy, section) => {
		const html = site.read(`${folder}index.html`).replaceAll('\u00a0', ' ');
		expect(/<h2[^>]*id="footnote-label"[^>]*>([^<]*)</.exec(html)?.[1]).toBe(footnotes);
		expect(/data-footnote-backref[^>]*aria-label="([^"]*)"/.exec(html)?.[1]).toBe(back);
		expect(/<aside aria-label="([^"]*)"/.exec(html)?.[1]).toBe(note);
		expect(/<button title="([^"]*)"/.exec(html)?.[1]).toContain(copy);
		expect(/href="#queue" aria-label="([^"]*)"/.exec(html)?.[1]).toContain(section);
	});
});
