import { describe, expect, test } from 'vitest';
import { createChecker } from '../../../src/checker/check.ts';
import { defaultPolicy } from '../../../src/checker/policy.ts';
import { findingsIn, unseen } from './repair.ts';

/** `°` is U+00A0 and `¦` is U+202F. */
const silent: Readonly<Record<string, readonly string[]>> = {
	fr: [
		'Pourquoi¦? Voici°: c’est simple°; «°sans état°», «¦ainsi¦»°!',
		'Voyez https://orders.example/a?b=c:d;e! et <https://orders.example/?q>.',
		'Écrivez à orders@shop.example: elle répond.',
		'Voyez le guide (https://orders.example/guide) : il est là.',
		'À 10:30, en 16:9, de 1:2.',
		'La fonction std::move et le module node:fs.',
		'Un sourire :smile: et un autre :-) ou ;)',
		'Les versions >=24.10 <25, ^1.2.3 et 1.x || 2.x.',
		'Node.js 24.10, npm 11.10, TLS 1.3 s’arrêtent à la version 24 s’il le faut.',
		'key: value',
		'max_age: 30 et maxAge: 30 et Content-Type: text/plain',
		'{ "type": "module" } et "type": "module"',
		'Écrivez "`npm ci`" ou "package.json" ou "--watch".',
		'«°Il dit “oui” deux fois°»',
		'Un écran de 15" et un autre de 17".',
		'Et la suite… la voici.',
		'Les appels `a ? b : c;` et `x!` et "`y`"',
		'```js\na ? b : "c";\n```',
		'    a ? b : "c";',
		'<div title="Quoi ?">Quoi ?</div>',
		'<code>a ? b : c</code> ou <kbd>?</kbd> ou <i lang="en">what ?</i>',
		'<!-- quoi ? -->',
		'[guide](<a ? b.md> "Quoi ?")',
		'[ref]: https://orders.example/?a "Quoi ?"',
		'La valeur (?) reste.',
		'Le marché Yahoo! existe.',
		'[Orders guide: first steps](https://orders.example/guide)°: le guide.',
		"Les outils Let's Encrypt et O'Reilly, puis l’ordre.",
		"Avec l'apostrophe droite d'un bout à l'autre.",
		'Les durées 30s et 5m sont des réglages.',
		'Un port, 8080, et une page.',
		'> Is this the right queue? It is: "the queue of orders" can wait...',
		'Le 14 Juillet, et le 20 novembre 2026.',
		'1er, 2e, n° 5, 3,5°%, 1¦234,5°Mo.',
		'Copiez src/... puis [...items] et main...next.',
		'mot&nbsp;: suite',
		'Si {{ x ? y : z }} et {% if x ? %}',
	],
	es: [
		'¿Quién guarda esto aquí? ¡Nada! Pero ¿por qué?',
		'Una «cola “local” nueva» y el 1.º, la 2.ª, 3.º.',
		'Lee [What is a container?](https://orders.example/what) antes.',
		'El operador ? sirve, y a ? b : c también.',
		'El 50°% de 3,5°s, de 10:30 a 11:00.',
		'Consulta [¿Por qué?](a.md): ahí está.',
		'Mayo y Enero, la avenida 9 de Julio.',
		'La URL https://orders.example/?a=1!b y el correo.',
		'¿Has leído https://orders.example/guide?',
		'Usa `a ?? b` y `!x`.',
	],
	'pt-BR': [
		'Onde fica a lista? 40% dos pedidos: “fila”.',
		'A 1ª página, o 2º pedido, 1.234,5 pedidos, 1.500°ms.',
		'O resto de 10 % 3 é 1.',
		'Às 10:30, em 16:9.',
	],
	'fr-CA': ['Pourquoi? Voici : le "cache" à 50%'],
	de: ['Warum ? Das "Lager" ist leer : 50%...'],
};

describe.each(Object.entries(silent))('in %s', (locale, rows) => {
	test.each(rows)('%s', async (text) => {
		expect(await findingsIn(locale, `${unseen(text)}\n`)).toEqual([]);
	});
});

test('projects that do not ask for it are not told', async () => {
	const checker = createChecker({
		...{ sourceLocale: 'en', tags: () => [], policy: defaultPolicy, severities: {} },
		today: '2026-11-21',
	});
	const page = { path: 'fr/orders.md', page: 'orders.md', locale: 'fr', text: 'Pourquoi ?\n' };
	expect(await checker.checkPage({ source: undefined, targets: [page] })).toEqual([]);
});
