import { expect, test } from 'vitest';
import { createCorpus, pageSlug, type Corpus } from '../../src/checker/corpus.ts';
import { parsePage } from '../../src/checker/page.ts';
import { entryId, siteHrefs, splitId } from '../../src/site/routing/addresses.ts';
import { platform } from '../../src/site/content/platform.ts';

test('an address is the path without language and extension', () => {
	expect(pageSlug('index.md')).toBe('');
	expect(pageSlug('going-to-production/index.md')).toBe('going-to-production');
	expect(pageSlug('Going to Production/Be Stateless.MD')).toBe('going-to-production/be-stateless');
});

test('entry ids and their parts', () => {
	expect(entryId({ locale: 'en', page: 'index.md' })).toBe('index');
	expect(entryId({ locale: 'fr', page: 'index.md' })).toBe('fr');
	expect(entryId({ locale: 'pt-br', page: 'a/b.md' })).toBe('pt-br/a/b');
	expect(splitId('pt-br/a/b')).toEqual({ folder: 'pt-br', slug: 'a/b' });
	expect(splitId('a/b')).toEqual({ folder: 'en', slug: 'a/b' });
	expect(splitId('fr')).toEqual({ folder: 'fr', slug: '' });
	expect(splitId('index')).toEqual({ folder: 'en', slug: '' });
});

function corpus(files: Readonly<Record<string, string>>): Corpus {
	return createCorpus({
		pages: Object.entries(files).map(([path, text]) => {
			const [locale = '', ...rest] = path.split('/');
			return parsePage({ path, locale, page: rest.join('/'), text });
		}),
		folders: ['en', 'fr', 'pt-br', 'es'],
		assets: new Set(),
		damagedImages: new Set(),
		strays: [],
		platform,
	});
}

function hrefs(files: Readonly<Record<string, string>>, path: string): Record<string, string> {
	const all = corpus(files);
	const page = all.pages.find((one) => one.path === path);
	return page ? siteHrefs(page, all, '/docs/') : {};
}

test('links stay relative, so that a fallback keeps its reader’s language', () => {
	const files = {
		'en/index.md': '[a](orders/take.md#queue) [b](./orders/)',
		'en/orders/index.md': '[a](take.md) [b](../index.md) [c](./index.md?x=1#)',
		'en/orders/take.md':
			'## Queue\n\n[a](#queue) [b](./take.md#queue) [c](give.md) [d](..)\n\n[e]\n\n[e]: ./index.md',
		'en/orders/give.md': '',
	};
	expect(hrefs(files, 'en/index.md')).toEqual({
		'orders/take.md#queue': 'orders/take/#queue',
		'./orders/': 'orders/',
	});
	expect(hrefs(files, 'en/orders/index.md')).toEqual({
		'take.md': '../orders/take/',
		'../index.md': '../',
		'./index.md?x=1#': '../orders/?x=1',
	});
	expect(hrefs(files, 'en/orders/take.md')).toEqual({
		'#queue': '#queue',
		'./take.md#queue': '#queue',
		'give.md': '../../orders/give/',
		'..': '../../',
		'./index.md': '../../orders/',
	});
});

test('a link into another language is absolute below the base', () => {
	const files = {
		'en/orders/take.md': '[fr](../../fr/orders/take.md#prendre)\n\n## Take\n',
		'fr/orders/take.md': '[en](../../en/orders/take.md)\n\n## Prendre\n',
	};
	expect(hrefs(files, 'en/orders/take.md')).toEqual({
		'../../fr/orders/take.md#prendre': '/docs/fr/orders/take/#take',
	});
	expect(hrefs(files, 'fr/orders/take.md')).toEqual({
		'../../en/orders/take.md': '/docs/orders/take/',
	});
});

test('links out of the site are left alone', () => {
	const files = { 'en/a.md': '[a](https://example.org/x.md) [b](mailto:a@example.org)' };
	expect(hrefs(files, 'en/a.md')).toEqual({});
});
