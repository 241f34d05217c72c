import { expect, test } from 'vitest';
import { parseDocument } from '../../src/checker/document/parse-document.ts';
import { leadsToOwnEdition } from '../../src/checker/links/own-edition.ts';
import type { Pair } from '../../src/checker/pair.ts';

function leads(source: string, target: string, url: string): boolean {
	const page = { locale: 'en', page: 'a', text: '' };
	const pair: Pick<Pair, 'source' | 'target' | 'tags'> = {
		source: parseDocument({ ...page, path: source }),
		target: parseDocument({ ...page, path: target }),
		tags: ['en', 'fr', 'french'],
	};
	return leadsToOwnEdition(url, 'target', pair as Pair);
}

test.each([
	['README.md', 'README.fr.md', 'README.md'],
	['README.md', 'README.fr.md', 'README.fr.md'],
	['README.md', 'README.fr.md', 'README.pt-BR.md'],
	['README.md', 'README_fr.md', './README_zh-Hans.md'],
	['README.md', 'README-fr.md', 'README-JP.md'],
	['README.md', 'README.french.md', 'README.spanish.md'],
	['README.md', 'docs/README.fr.md', '../README.md'],
	['README.md', 'docs/README.fr.md', 'README.ru.md'],
	['README.md', 'docs/fr/README.md', '../de/README.md'],
	['docs/en/a/start.md', 'docs/fr/a/start.md', '../../es/a/start.md'],
	['README.md', 'README.fr.md', 'https://github.com/orders/shop/blob/main/README.ja.md'],
])('%s and %s: %s is the page in some language', (source, target, url) => {
	expect(leads(source, target, url)).toBe(true);
});

test.each([
	['README.md', 'README.fr.md', '#readme'],
	['README.md', 'README.fr.md', 'README.md#install'],
	['README.md', 'README.fr.md', 'CONTRIBUTING.ru.md'],
	['README.md', 'README.fr.md', 'README.draft.md'],
	['README.md', 'README.fr.md', 'shop/README.md'],
	['docs/en/start.md', 'docs/fr/start.md', '../es/end.md'],
	['docs/en/start.md', 'docs/fr/start.md', '../es/a/start.md'],
	['README.md', 'README.fr.md', 'https://github.com/orders/shop/blob/main/README.md'],
	['README.md', 'README.fr.md', 'https://example.org/README.ja.md'],
])('%s and %s: %s is another page, or a place', (source, target, url) => {
	expect(leads(source, target, url)).toBe(false);
});
