import { expect, test } from 'vitest';
import { adaptHead, type Head } from '../../src/site/routing/page-head.ts';

const alternate = (hreflang: string): Head[number] => ({
	tag: 'link',
	attrs: { rel: 'alternate', hreflang, href: `https://example.org/${hreflang}/` },
	content: '',
});
const head: Head = [
	{ tag: 'title', attrs: {}, content: 'Orders | Stock' },
	{ tag: 'link', attrs: { rel: 'canonical', href: 'https://example.org/fr/orders/' }, content: '' },
	...['en', 'fr', 'pt-BR', 'x-default'].map(alternate),
	{ tag: 'meta', attrs: { property: 'og:url', content: 'https://example.org/fr/o/' }, content: '' },
	{ tag: 'meta', attrs: { property: 'og:locale', content: 'pt-BR' }, content: '' },
	{ tag: 'meta', attrs: { name: 'description', content: 'Take orders.' }, content: '' },
];
const identity = { title: 'Orders', translatedTo: new Set(['en', 'fr']), isNotFound: false };

const attribute = (adapted: Head, key: string, value: string): unknown => {
	const found = adapted.find(({ attrs }) => attrs?.[key] === value)?.attrs;
	return found?.href ?? found?.content;
};
const hreflangs = (adapted: Head): unknown[] =>
	adapted.flatMap(({ attrs }) => attrs?.hreflang ?? []);

test('alternates are the real translations and the default', () => {
	expect(hreflangs(adaptHead(head, identity))).toEqual(['en', 'fr', 'x-default']);
});

test('a fallback names its original and the language of its words', () => {
	const sourceHref = 'https://example.org/orders/';
	const adapted = adaptHead(head, { ...identity, fallbackLang: 'en', sourceHref });
	expect(attribute(adapted, 'rel', 'canonical')).toBe(sourceHref);
	expect(attribute(adapted, 'property', 'og:url')).toBe(sourceHref);
	expect(attribute(adapted, 'property', 'og:locale')).toBe('en');
	expect(adapted[0]).toEqual({ tag: 'title', attrs: { lang: 'en' }, content: 'Orders' });
	expect(adapted.at(-1)?.attrs?.lang).toBe('en');
});

test('the 404 page has no address of its own and asks not to be indexed', () => {
	const adapted = adaptHead(head, { ...identity, isNotFound: true });
	expect(hreflangs(adapted)).toEqual([]);
	expect(attribute(adapted, 'rel', 'canonical')).toBeUndefined();
	expect(attribute(adapted, 'property', 'og:url')).toBeUndefined();
	expect(attribute(adapted, 'name', 'robots')).toBe('noindex');
});

test('locales are written as link previews want them', () => {
	expect(attribute(adaptHead(head, identity), 'property', 'og:locale')).toBe('pt_BR');
});

test('a title cannot end its element', () => {
	const [title] = adaptHead(head, { ...identity, title: 'A & B</title><script>' });
	expect(title?.content).toBe('A &amp; B&lt;/title>&lt;script>');
});
