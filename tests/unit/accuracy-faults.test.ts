import { expect, test } from 'vitest';
import { compareFindings } from '../bench/accuracy/compare-findings.ts';
import type { Pair } from '../bench/accuracy/fault.ts';
import { graft } from '../bench/accuracy/graft.ts';
import { inject } from '../bench/accuracy/inject.ts';
import { controls, faults } from '../bench/accuracy/kinds.ts';
import { parsePage } from '../bench/accuracy/parsed-page.ts';
import { seededRandom } from '../bench/accuracy/random.ts';
import type { CheckerFinding } from '../bench/accuracy/run-checker.ts';
import { scoreKind } from '../bench/accuracy/score.ts';

const source = `---
title: How to take an order and keep it
order: 1
---

# Orders

Every order that comes in is kept in a store that all instances share.

## Take the first order

Send *one* order, see [the API](https://orders.example/api). The service answers with \`status\` and a number!

- An order without an address is never kept by the service.
- [Uploads](/uploads) wait

\`\`\`js title="orders.js" {2}
// we keep the order before we answer the client
const open = await keep(order) && 3;
if (open) {
  answer(order);
}
send('created', "order is kept");
\`\`\`

### Give it back

It waits (for a day): then it goes.

| Name | Value | Use |
| --- | --- | --- |
| port | \`PORT\` | listen |

\`\`\`text
The order has been deleted by the night shift
of the shop.
\`\`\`

## Delete the order

After 1 year. The night shift of the shop then deletes it from all stores.
`;

const target = `---
title: Comment prendre une commande et la garder
order: 1
---

# Commandes

Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.

## Prendre la première commande

Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec \`status\` et un numéro !

- Une commande sans adresse n’est jamais gardée par le service.
- Les [envois](/uploads) attendent

\`\`\`js title="orders.js" {2}
// nous gardons la commande avant de répondre au client
const open = await keep(order) && 3;
if (open) {
  answer(order);
}
send('created', "la commande est gardée");
\`\`\`

### La rendre

Elle attend (un jour) : puis elle part.

| Nom | Valeur | Usage |
| --- | --- | --- |
| port | \`PORT\` | écoute |

\`\`\`text
La commande a été supprimée par l’équipe de nuit
de la boutique.
\`\`\`

## Effacer la commande

Après 1 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.
`;

const plain: Pair = {
	page: 'orders.md',
	sourcePath: 'en/orders.md',
	targetPath: 'fr/orders.md',
	source: parsePage(source, false),
	target: parsePage(target, false),
	sourceLang: 'en',
	targetLang: 'fr',
	targetNames: ['fr'],
};
const grafted = graft(plain, false)!;
const mdx = graft(plain, true)!;

/** Lines that go (`-`) and come (`+`) with the first change of a kind, in the order of its places. */
function firstChange(id: string): string[] {
	const kind = [...faults, ...controls].find((one) => one.id === id)!;
	for (const pair of kind.on === 'mdx' ? [mdx] : [plain, grafted])
		for (const change of kind.changes(pair)) {
			const [injection] = inject({ ...kind, changes: () => [change] }, pair, () => 0, 1);
			if (injection) return difference(pair.target.text, injection.text);
		}
	return [];
}

/** By the longest common subsequence of lines. */
function difference(before: string, after: string): string[] {
	const [a, b] = [before.split('\n'), after.split('\n')];
	const common = [...a, ''].map(() => new Array<number>(b.length + 1).fill(0));
	for (let i = a.length - 1; i >= 0; i--)
		for (let j = b.length - 1; j >= 0; j--)
			common[i]![j] =
				a[i] === b[j]
					? common[i + 1]![j + 1]! + 1
					: Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
	const lines: string[] = [];
	for (let i = 0, j = 0; i < a.length || j < b.length;) {
		if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
		else if (j === b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!))
			lines.push(`-${a[i++]!}`);
		else lines.push(`+${b[j++]!}`);
	}
	return lines;
}

/** Kind -> its first change to the page, as lines that go and come. */
const changes: Readonly<Record<string, readonly string[]>> = {
	'section-dropped': [
		'-## Prendre la première commande',
		'-',
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'-',
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'-- Les [envois](/uploads) attendent',
		'-',
		'-```js title="orders.js" {2}',
		'-// nous gardons la commande avant de répondre au client',
		'-const open = await keep(order) && 3;',
		'-if (open) {',
		'-  answer(order);',
		'-}',
		'-send(\'created\', "la commande est gardée");',
		'-```',
		'-',
		'-### La rendre',
		'-',
		'-Elle attend (un jour) : puis elle part.',
		'-',
		'-| Nom | Valeur | Usage |',
		'-| --- | --- | --- |',
		'-| port | `PORT` | écoute |',
		'-',
		'-```text',
		'-La commande a été supprimée par l’équipe de nuit',
		'-de la boutique.',
		'-```',
		'-',
	],
	'section-heading-dropped': ['-## Prendre la première commande', '-'],
	'section-added': [
		'+## commande reçue est gardée',
		'+',
		'+partagent toutes les du voir répond avec et un numéro attend puis elle de nuit de.',
		'+',
	],
	'section-moved': [
		'+## Effacer la commande',
		'+',
		'+Après 1 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.',
		'+',
		'-## Effacer la commande',
		'-Après 1 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.',
		'-',
	],
	'heading-deeper': ['-## Prendre la première commande', '+### Prendre la première commande'],
	'heading-shallower': ['-### La rendre', '+## La rendre'],
	'code-block-dropped': [
		'-```js title="orders.js" {2}',
		'-// nous gardons la commande avant de répondre au client',
		'-const open = await keep(order) && 3;',
		'-if (open) {',
		'-  answer(order);',
		'-}',
		'-send(\'created\', "la commande est gardée");',
		'-```',
		'-',
	],
	'code-block-added': ['+```js', '+const open = await orders.listOpen();', '+```', '+'],
	'code-block-moved': [
		'+### La rendre',
		'+',
		'+Elle attend (un jour) : puis elle part.',
		'+',
		'-### La rendre',
		'-',
		'-Elle attend (un jour) : puis elle part.',
		'-',
	],
	'code-language-changed': ['-```js title="orders.js" {2}', '+```python title="orders.js" {2}'],
	'code-language-removed': ['-```js title="orders.js" {2}', '+```'],
	'code-title-changed': ['-```js title="orders.js" {2}', '+```js title="old-orders.js" {2}'],
	'code-meta-removed': ['-```js title="orders.js" {2}', '+```js'],
	'code-marked-lines-changed': ['-```js title="orders.js" {2}', '+```js title="orders.js" {3}'],
	'code-fence-unclosed': ['-```'],
	'code-identifier-changed': [
		'-const open = await keep(order) && 3;',
		'+const opem = await keep(order) && 3;',
	],
	'code-operator-changed': [
		'-const open = await keep(order) && 3;',
		'+const open = await keep(order) || 3;',
	],
	'code-number-changed': [
		'-const open = await keep(order) && 3;',
		'+const open = await keep(order) && 4;',
	],
	'code-keyword-changed': [
		'-const open = await keep(order) && 3;',
		'+var open = await keep(order) && 3;',
	],
	'code-string-value-changed': [
		'-send(\'created\', "la commande est gardée");',
		'+send(\'createds\', "la commande est gardée");',
	],
	'code-string-text-changed': [
		'-send(\'created\', "la commande est gardée");',
		'+send(\'created\', "las commande est gardée");',
	],
	'code-line-dropped': ['-const open = await keep(order) && 3;'],
	'code-line-added': ['+orders.flush();'],
	'code-line-duplicated': ['+const open = await keep(order) && 3;'],
	'code-lines-swapped': [
		'-const open = await keep(order) && 3;',
		'+const open = await keep(order) && 3;',
	],
	'paragraph-dropped': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'-',
	],
	'paragraph-added': [
		'+Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+',
	],
	'list-item-dropped': ['-- Une commande sans adresse n’est jamais gardée par le service.'],
	'list-item-added': ['+- Une commande sans adresse n’est jamais gardée par le service.'],
	'list-kind-changed': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'-- Les [envois](/uploads) attendent',
		'+1. Une commande sans adresse n’est jamais gardée par le service.',
		'+1. Les [envois](/uploads) attendent',
	],
	'table-row-dropped': ['-| port | `PORT` | Là où le service écoute |'],
	'table-column-dropped': [
		'-| Nom | Valeur | Usage |',
		'-| --- | --- | --- |',
		'-| port | `PORT` | écoute |',
		'+| Nom | Valeur |',
		'+| --- | --- |',
		'+| port | `PORT` |',
	],
	'quote-dropped': [
		'-> Une commande que personne ne retrouve n’a jamais été prise par notre service, quoi que dise le journal.',
		'-',
	],
	'callout-dropped': [
		'-:::caution',
		'-Chaque instance doit connaître le même stockage, sinon la moitié des sessions semble perdue.',
		'-:::',
		'-',
	],
	'callout-kind-changed': ['-:::caution', '+:::tip'],
	'image-dropped': [
		'-![Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path.png)',
		'-',
	],
	'image-target-changed': [
		'-![Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path.png)',
		'+![Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path-old.png)',
	],
	'component-dropped': [
		'-<details>',
		'-<summary>Pourquoi les envois attendent</summary>',
		'-',
		'-Un envoi attend que sa session ait été lue dans le stockage que partagent toutes les instances.',
		'-',
		'-</details>',
		'-',
	],
	'component-mdx-dropped': [
		'-<details>',
		'-<summary>Pourquoi les envois attendent</summary>',
		'-',
		'-Un envoi attend que sa session ait été lue dans le stockage que partagent toutes les instances.',
		'-',
		'-</details>',
		'-',
	],
	'link-dropped': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir l’API. Le service répond avec `status` et un numéro !',
	],
	'list-item-indented': [
		'-- Les [envois](/uploads) attendent',
		'+  - Les [envois](/uploads) attendent',
	],
	'list-block-indented': [
		'-```js title="orders.js" {2}',
		'-// nous gardons la commande avant de répondre au client',
		'-const open = await keep(order) && 3;',
		'-if (open) {',
		'-  answer(order);',
		'-}',
		'-send(\'created\', "la commande est gardée");',
		'-```',
		'+  ```js title="orders.js" {2}',
		'+  // nous gardons la commande avant de répondre au client',
		'+  const open = await keep(order) && 3;',
		'+  if (open) {',
		'+    answer(order);',
		'+  }',
		'+  send(\'created\', "la commande est gardée");',
		'+  ```',
	],
	'list-markers-glued': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'-- Les [envois](/uploads) attendent',
		'+-Une commande sans adresse n’est jamais gardée par le service.',
		'+-Les [envois](/uploads) attendent',
	],
	'list-item-marker-glued': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'+-Une commande sans adresse n’est jamais gardée par le service.',
	],
	'table-rule-cut': ['-| --- | --- | --- |', '+| --- | --- |'],
	'link-split': ['-- Les [envois](/uploads) attendent', '+- Les [envois] (/uploads) attendent'],
	'image-split': [
		'-![Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path.png)',
		'+! [Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path.png)',
	],
	'link-target-changed': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://orders.example/api-2). Le service répond avec `status` et un numéro !',
	],
	'link-added': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute [commande](https://orders.example/archive) reçue est gardée dans un stockage que partagent toutes les instances du service.',
	],
	'inline-code-changed': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `statum` et un numéro !',
	],
	'inline-code-marks-dropped': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec status et un numéro !',
	],
	'number-changed': [
		'-Après 1 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.',
		'+Après 2 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.',
	],
	'frontmatter-key-dropped': ['-title: Comment prendre une commande et la garder'],
	'frontmatter-key-added': ['+shelf: orders'],
	'frontmatter-value-changed': ['-order: 1', '+order: 2'],
	'frontmatter-broken': ['+shelves: ["orders'],
	'untranslated-paragraph': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Every order that comes in is kept in a store that all instances share.',
	],
	'untranslated-sentence': [
		'-Après 1 an. L’équipe de nuit de la boutique l’efface alors de tous les stockages.',
		'+Après 1 an. The night shift of the shop then deletes it from all stores.',
	],
	'untranslated-heading': ['-## Prendre la première commande', '+## Take the first order'],
	'untranslated-list-item': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'+- An order without an address is never kept by the service.',
	],
	'untranslated-quote': [
		'-> Une commande que personne ne retrouve n’a jamais été prise par notre service, quoi que dise le journal.',
		'+> An order that nobody can find again was never taken by our service, whatever the log says.',
	],
	'untranslated-value': [
		'-title: Comment prendre une commande et la garder',
		'+title: How to take an order and keep it',
	],
	'untranslated-image-description': [
		'-![Chemin d’une commande, du navigateur au stockage](https://orders.example/order-path.png)',
		'+![Path of an order from the browser to the store](https://orders.example/order-path.png)',
	],
	'untranslated-code-comment': [
		'-// nous gardons la commande avant de répondre au client',
		'+// we keep the order before we answer the client',
	],
	'unsafe-script': ['+<script>fetch("https://orders.example/")</script>', '+'],
	'unsafe-script-redirected': [
		'-<script src="https://orders.example/map.js"></script>',
		'+<script src="https://stolen.example/map.js"></script>',
	],
	'unsafe-iframe': ['+<iframe src="https://orders.example/"></iframe>', '+'],
	'unsafe-raw-html': ['+<div class="promo"><form action="/uploads"></form></div>', '+'],
	'unsafe-event-handler': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute <span onclick="upload()">commande</span> reçue est gardée dans un stockage que partagent toutes les instances du service.',
	],
	'unsafe-javascript-link': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute [commande](javascript:upload%28%29) reçue est gardée dans un stockage que partagent toutes les instances du service.',
	],
	'unsafe-data-link': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute [commande](data:text/html;base64,PGgxPk9yZGVyczwvaDE+) reçue est gardée dans un stockage que partagent toutes les instances du service.',
	],
	'unsafe-mdx-import': ["+import Orders from '../orders.js'", '+'],
	'unsafe-mdx-export': ['+export const orders = 3', '+'],
	'unsafe-mdx-expression': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute {process.env.SESSION_SECRET} commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
	],
	'unsafe-bidi-in-inline-code': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `s\u202etatus` et un numéro !',
	],
	'unsafe-bidi-in-code': [
		'-// nous gardons la commande avant de répondre au client',
		'+// n\u202eous gardons la commande avant de répondre au client',
	],
	'unsafe-zero-width-space-in-code': [
		'-// nous gardons la commande avant de répondre au client',
		'+// n\u200bous gardons la commande avant de répondre au client',
	],
	'unsafe-look-alike-in-code': [
		'-const open = await keep(order) && 3;',
		'+c\u043enst open = await keep(order) && 3;',
	],
	'unsafe-look-alike-in-link': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://ord\u0435rs.example/api). Le service répond avec `status` et un numéro !',
	],
	'code-comment-reworded': [
		'-// nous gardons la commande avant de répondre au client',
		'+// commande reçue est gardée dans un',
	],
	'code-fence-tilde': [
		'-```js title="orders.js" {2}',
		'+~~~js title="orders.js" {2}',
		'-```',
		'+~~~',
	],
	'code-fence-longer': [
		'-```js title="orders.js" {2}',
		'+````js title="orders.js" {2}',
		'-```',
		'+````',
	],
	'code-reindented': ['-  answer(order);', '+    answer(order);'],
	'code-blank-line-added': ['+'],
	'code-text-rewrapped': [
		'-La commande a été supprimée par l’équipe de nuit',
		'-de la boutique.',
		'+La commande a été supprimée par l’équipe de',
		'+nuit de la boutique.',
	],
	'paragraph-rewrapped': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute commande reçue est gardée dans un stockage que',
		'+partagent toutes les instances du service.',
	],
	'paragraph-reworded': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Le service répond avec `status` et un numéro ! Envoyez *une* commande, voir [l’API](https://orders.example/api).',
	],
	'heading-reworded': ['-## Prendre la première commande', '+## commande reçue est gardée'],
	'heading-underlined': [
		'-## Prendre la première commande',
		'+Prendre la première commande',
		'+----',
	],
	'list-bullet-changed': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'-- Les [envois](/uploads) attendent',
		'+* Une commande sans adresse n’est jamais gardée par le service.',
		'+* Les [envois](/uploads) attendent',
	],
	'list-numbers-all-one': [
		'-2. Demandez au service la plus ancienne commande encore ouverte.',
		'+1. Demandez au service la plus ancienne commande encore ouverte.',
	],
	'table-cells-padded': [
		'-| Nom | Valeur | Usage |',
		'-| --- | --- | --- |',
		'-| port | `PORT` | écoute |',
		'+| Nom   |  Valeur   |  Usage |',
		'+| ---   |  ---   |  --- |',
		'+| port   |  `PORT`   |  écoute |',
	],
	'blank-lines-added': ['+', '+'],
	'trailing-spaces-added': [
		'-Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.',
		'+Toute commande reçue est gardée dans un stockage que partagent toutes les instances du service.  ',
	],
	'spacer-added': ['+<br/><br/>', '+'],
	'comment-added': ['+<!-- orders: keep this word as it is -->', '+'],
	'byte-order-mark-added': ['----', '+\ufeff---'],
	'emphasis-mark-changed': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez _une_ commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
	],
	'link-as-reference': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API][orders-page]. Le service répond avec `status` et un numéro !',
		'+',
		'+[orders-page]: https://orders.example/api',
		'+',
	],
	'link-with-locale': [
		'-- Les [envois](/uploads) attendent',
		'+- Les [envois](/fr/uploads) attendent',
	],
	'character-escaped': [
		'-Elle attend (un jour) : puis elle part.',
		'+Elle attend (un jour\\) : puis elle part.',
	],
	'character-as-entity': [
		'-- Une commande sans adresse n’est jamais gardée par le service.',
		'+- Une commande sans adresse n&rsquo;est jamais gardée par le service.',
	],
	'spaces-no-break': [
		'-Elle attend (un jour) : puis elle part.',
		'+Elle attend (un jour)\u00a0: puis elle part.',
	],
	'spaces-narrow-no-break': [
		'-Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro !',
		'+Envoyez *une* commande, voir [l’API](https://orders.example/api). Le service répond avec `status` et un numéro\u202f!',
	],
};

test.each(Object.entries(changes))('%s', (id, lines) => {
	expect(firstChange(id)).toEqual(lines);
});

test('line ends become those of Windows, and no line is lost', () => {
	const kind = controls.find(({ id }) => id === 'line-ends-crlf')!;
	const [injection] = inject(kind, plain, () => 0, 1);
	expect(injection?.text).toBe(target.replaceAll('\n', '\r\n'));
});

test('a nested list is flattened, with what its items hold', () => {
	const kind = faults.find(({ id }) => id === 'list-flattened')!;
	const nested = page('- Prendre\n  - Noter\n\n    Puis lire.\n  - Relire\n- Garder\n');
	const [injection] = inject(kind, nested, () => 0, 1);
	expect(injection?.text).toBe('- Prendre\n- Noter\n\n  Puis lire.\n- Relire\n- Garder\n');
});

test('every kind is proven, and has a name of its own', () => {
	const ids = [...faults, ...controls].map(({ id }) => id);
	expect(ids.toSorted()).toEqual(
		[...Object.keys(changes), 'line-ends-crlf', 'list-flattened'].toSorted(),
	);
});

/** A finding of an imaginary checker at a line of the translation. */
const finding = (ruleId: string, line: number): CheckerFinding => ({
	ruleId,
	severity: 'error',
	message: ruleId,
	target: { path: 'fr/orders.md', start: { line, column: 1 }, end: { line, column: 2 } },
});

const page = (text: string): Pair => ({
	...plain,
	source: parsePage(text, false),
	target: parsePage(text, false),
});

test('a change that does something else besides is discarded', () => {
	const kind = faults.find(({ id }) => id === 'paragraph-dropped')!;
	const between = page('- Prendre\n\nPuis rendre.\n\n- Garder\n');
	expect(kind.changes(between)).toHaveLength(1);
	expect(inject(kind, between, () => 0, 9)).toEqual([]);
});

test('something dropped belongs between the blocks before and behind it', () => {
	const kind = faults.find(({ id }) => id === 'paragraph-dropped')!;
	const three = page('Prendre la commande.\n\nLa garder.\n\nLa rendre.\n');
	const places = kind
		.changes(three)
		.map((change) => inject({ ...kind, changes: () => [change] }, three, () => 0, 1)[0]?.lines);
	expect(places).toEqual([
		[{ first: 1, last: 1 }],
		[{ first: 1, last: 3 }],
		[{ first: 3, last: 5 }],
	]);
});

test('the same seed draws the same places', () => {
	const kind = faults.find(({ id }) => id === 'link-added')!;
	const draw = (seed: number): string[] =>
		inject(kind, grafted, seededRandom(seed, kind.id), 3).map(({ text }) => text);
	expect(draw(7)).toEqual(draw(7));
	expect(new Set([1, 2, 3, 4, 5].map((seed) => draw(seed)[0])).size).toBeGreaterThan(1);
});

test('findings that move with their lines are not new', () => {
	const before = [finding('link-drift', 4), finding('code-drift', 9)];
	const after = [finding('code-drift', 11), finding('code-drift', 12)];
	const { fresh, vanished } = compareFindings(before, after, (line) => line + 2);
	expect(fresh).toEqual([finding('code-drift', 12)]);
	expect(vanished).toEqual([finding('link-drift', 4)]);
});

test('a checker is judged by rule and by place', async () => {
	const kind = faults.find(({ id }) => id === 'code-number-changed')!;
	const score = async (ruleId: string, line: number): Promise<boolean[]> => {
		const [outcome] = await scoreKind(
			kind,
			[{ plain, grafted: undefined, mdx: undefined }],
			({ target: { text } }) => Promise.resolve(text === target ? [] : [finding(ruleId, line)]),
			{ seed: 1, places: 1 },
		);
		return [outcome!.isCaught, outcome!.isRightRule, outcome!.isRightPlace];
	};
	const line = target.split('\n').findIndex((text) => text.includes('&& 3')) + 1;
	expect(await score('code-drift', line)).toEqual([true, true, true]);
	expect(await score('code-drift', line + 1)).toEqual([true, true, false]);
	expect(await score('codes', line)).toEqual([true, false, false]);
	expect(await score('link-drift', line)).toEqual([true, false, false]);
});
