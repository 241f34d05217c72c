import { expect, test } from 'vitest';
import { repaired, repairPage } from './repair-text.ts';

test.each<[string, string, string, string]>([
	[
		'code in a list and a quotation keeps what stands before its lines',
		'# Orders\n\n1. Cook:\n\n   > ```js\n   > cook(order);\n   > serve(order);\n   > ```\n',
		'# Commandes\n\n1. Préparer\n\n   > ```js\n   > cook(orders);\n   > ```\n',
		'# Commandes\n\n1. Préparer\n\n   > ```js\n   > cook(order);\n   > serve(order);\n   > ```\n',
	],
	[
		'a missing block of an item stands in that item',
		'# Orders\n\n- Cook it:\n\n  ```js\n  cook(order);\n  ```\n\n- Serve it.\n',
		'# Commandes\n\n*   La préparer\n\n*   La servir.\n',
		'# Commandes\n\n*   La préparer\n\n    ```js\n    cook(order);\n    ```\n\n*   La servir.\n',
	],
	[
		'a missing block of an element stands before its closing tag',
		'# Orders\n\n<details>\n<summary>More</summary>\n\n```js\ncook(order);\n```\n\n</details>\n\nServe it.\n',
		'# Commandes\n\n<details>\n<summary>Plus</summary>\n\n</details>\n\nLa servir.\n',
		'# Commandes\n\n<details>\n<summary>Plus</summary>\n\n```js\ncook(order);\n```\n\n</details>\n\nLa servir.\n',
	],
	[
		'a missing block at the end of a page without a last line end',
		'# Orders\n\nCook it:\n\n```js\ncook(order);\n```',
		'# Commandes\n\nLa préparer',
		'# Commandes\n\nLa préparer\n\n```js\ncook(order);\n```',
	],
	[
		'a fence keeps its own marks and its translated title',
		'# Orders\n\n```js title="Cook the order" {1}\ncook(order);\n```\n',
		'# Commandes\n\n~~~~ ts title="Préparer la commande"\ncook(order);\n~~~~\n',
		'# Commandes\n\n~~~~ js title="Préparer la commande" {1}\ncook(order);\n~~~~\n',
	],
	[
		'an underlined heading gets marks where its level has no line',
		'# Orders\n\n### Cold dishes\n\nServe them.\n',
		'# Commandes\n\nPlats froids\n------------\n\nLes servir.\n',
		'# Commandes\n\n### Plats froids\n\nLes servir.\n',
	],
	[
		'a heading keeps the marks behind it',
		'# Orders\n\n### Cold dishes ###\n\nServe them.\n',
		'# Commandes\n\n## Plats froids ##\n\nLes servir.\n',
		'# Commandes\n\n### Plats froids ###\n\nLes servir.\n',
	],
	[
		'addresses end where the text behind them begins',
		'# Orders\n\nOpen https://kettle.example/ (or https://kettle.example/menu?day=1).\n',
		'# Commandes\n\nOuvrez https://kettle.example/（ou：https://kettle.example/menu?day=1）.\n',
		'# Commandes\n\nOuvrez <https://kettle.example/>（ou：<https://kettle.example/menu?day=1>）.\n',
	],
	[
		'no text is taken away with an address that is another one as well',
		'# Orders\n\nOpen https://kettle.example/ (here).\n',
		'# Commandes\n\nOuvrez https://cattle.example/（ici）.\n',
		'# Commandes\n\nOuvrez https://cattle.example/（ici）.\n',
	],
	[
		'a link whose words name its place leads there on purpose',
		'# Orders\n\nRead [how it works](/guide/sessions.md).\n\n## Late\n\nRead [more](/guide/late.md).\n',
		'# Commandes\n\nLisez [Cookies](/guide/cookies.md).\n\n## Tard\n\nLisez [la suite](/guide/lates.md).\n',
		'# Commandes\n\nLisez [Cookies](/guide/cookies.md).\n\n## Tard\n\nLisez [la suite](/guide/late.md).\n',
	],
	[
		'items without a space have lists of their own',
		'# Orders\n\n- By the window:\n  - one\n- By the door:\n  - two\n- Outside:\n  - three\n\nServe.\n',
		'# Commandes\n\n-À la fenêtre\n  - un\n-À la porte\n  - deux\n- Dehors\n  - trois\n\nServir.\n',
		'# Commandes\n\n- À la fenêtre\n  - un\n- À la porte\n  - deux\n- Dehors\n  - trois\n\nServir.\n',
	],
	[
		'a drawing is not called a diagram, though the source has one there',
		'# Orders\n\n```mermaid\nflowchart LR\n  guest --> kitchen\n```\n\n```js\ncook(order);\n```\n',
		'# Commandes\n\n```\nclient ---> cuisine\n```\n\n```\ncook(order);\n```\n',
		'# Commandes\n\n```\nclient ---> cuisine\n```\n\n```js\ncook(order);\n```\n',
	],
	[
		'marks of a heading get the space that makes them marks',
		'# Orders\n\nCook `eggs`.\n\n## Cold dishes\n\nServe `figs`.\n\n### Late\n\nServe `nuts`.\n',
		'# Commandes\n\nCuire `eggs`.\n\n##Plats froids\n\nServir `figs`.\n\n＃＃＃ Tard\n\nServir `nuts`.\n',
		'# Commandes\n\nCuire `eggs`.\n\n## Plats froids\n\nServir `figs`.\n\n### Tard\n\nServir `nuts`.\n',
	],
	[
		'a rule below a text gets a blank line before it',
		'# Orders\n\nServe `figs` to everybody.\n\n---\n\n> Serve `nuts`, two bowls.\n>\n> ---\n',
		'# Commandes\n\nServir `figs` à tous.\n---\n\n> Servir `nuts`, deux bols.\n> ---\n',
		'# Commandes\n\nServir `figs` à tous.\n\n---\n\n> Servir `nuts`, deux bols.\n>\n> ---\n',
	],
	[
		'items that need more room move what they hold',
		'# Orders\n\n8. Cook it.\n\n   Slowly.\n9. Serve it.\n10. Wash up.\n',
		'# Commandes\n\n- La préparer.\n\n  Doucement.\n- La servir.\n- Laver.\n',
		'# Commandes\n\n8. La préparer.\n\n   Doucement.\n9. La servir.\n10. Laver.\n',
	],
	[
		'a link leads where that of the source does, in the language of the page',
		'# Orders\n\nSee [the menu](/en/kitchen/menu.md#cold).\n',
		'# Commandes\n\nVoir [la carte](/fr/kitchen/menus.md#froids "La carte").\n',
		'# Commandes\n\nVoir [la carte](/fr/kitchen/menu.md#cold "La carte").\n',
	],
	[
		'a link by reference is mended in its definition',
		'# Orders\n\nSee [the menu][menu].\n\n[menu]: ./menu.md\n',
		'# Commandes\n\nVoir [la carte][carte].\n\n[carte]: <./menus.md> "La carte"\n',
		'# Commandes\n\nVoir [la carte][carte].\n\n[carte]: <./menu.md> "La carte"\n',
	],
	[
		'a directive within text has the label that it has in the source',
		'# Orders\n\nCooked on :oven[2, 3]{hot} since :day[4].\n',
		'# Commandes\n\nDepuis :day[4], cuit dans :oven[2]{hot}.\n',
		'# Commandes\n\nDepuis :day[4], cuit dans :oven[2, 3]{hot}.\n',
	],
	[
		'an image at the beginning of a text comes back there',
		'# Orders\n\n![oven](./oven.png) The oven is hot.\n',
		'# Commandes\n\nLe four est chaud.\n',
		'# Commandes\n\n![oven](./oven.png) Le four est chaud.\n',
	],
	[
		'an image comes back into its empty cell',
		'# Orders\n\n| Dish | Picture |\n| --- | --- |\n| Rice | ![rice](./rice.png) |\n',
		'# Commandes\n\n| Plat | Image |\n| --- | --- |\n| Riz | |\n',
		'# Commandes\n\n| Plat | Image |\n| --- | --- |\n| Riz | ![rice](./rice.png) |\n',
	],
	[
		'a missing block of tabs stands within them',
		'# Orders\n\n{{< tabs >}}\n{{< tab "Oven" >}}\n\n```sh\nnpm run cook\n```\n\n{{< /tab >}}\n{{< /tabs >}}\n',
		'# Commandes\n\n{{< tabs >}}\n{{< tab "Four" >}}\n\n{{< /tab >}}\n{{< /tabs >}}\n',
		'# Commandes\n\n{{< tabs >}}\n{{< tab "Four" >}}\n\n```sh\nnpm run cook\n```\n\n{{< /tab >}}\n{{< /tabs >}}\n',
	],
	[
		'a missing image of an indented callout stands in it',
		'# Orders\n\n!!! tip "Hot"\n\n    Mind the oven.\n\n    ![oven](./oven.png)\n',
		'# Commandes\n\n!!! tip "Chaud"\n\n    Gare au four.\n',
		'# Commandes\n\n!!! tip "Chaud"\n\n    Gare au four.\n\n    ![oven](./oven.png)\n',
	],
	[
		'values and keys that nobody translates come from the source, the record stays',
		'---\ntitle: Orders\norder: 2\ndraft: false\n---\n\nCook it.\n',
		'---\ntitle: Commandes\norder: 3\nparity:\n  _: 0123456789ab\n---\n\nLa préparer.\n',
		'---\ntitle: Commandes\norder: 2\ndraft: false\nparity:\n  _: 0123456789ab\n---\n\nLa préparer.\n',
	],
	[
		'typography is mended in words, and nowhere else',
		'# Orders\n\nReady? `a ? b : c`\n',
		'# Commandes\n\nPrêt ? `a ? b : c`\n',
		'# Commandes\n\nPrêt\u202f? `a ? b : c`\n',
	],
])('%s', async (_, english, french, expected) => {
	expect(await repaired(english, french)).toBe(expected);
	const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
	expect(await repaired(english, crlf(french))).toBe(crlf(expected));
	expect(await repaired(crlf(english), french)).toBe(expected);
});

test('pages of MDX are mended as well', async () => {
	const english =
		'# Orders\n\n<Tabs>\n  <Tab>\n    ```js\n    cook(order);\n    ```\n  </Tab>\n</Tabs>\n';
	const french = english.replace('Orders', 'Commandes').replace('order)', 'orders)');
	const expected = english.replace('Orders', 'Commandes');
	expect(await repaired(english, french, { extension: 'mdx' })).toBe(expected);
});

test('attributes of components and of HTML are mended as far as they are no words', async () => {
	const english =
		'# Orders\n\n<Dish id="rice" size="large" label="Cold rice" />\n\nA <span class="hot">dish</span>.\n';
	const french = '# Commandes\n\n<Dish id="riz" label="Riz froid" />\n\nUn <span>plat</span>.\n';
	expect(await repaired(english, french, { extension: 'mdx' })).toBe(
		'# Commandes\n\n<Dish id="rice" label="Riz froid" size="large" />\n\nUn <span class="hot">plat</span>.\n',
	);
});

test('an address in the language of the reader, and one of another site, stay', async () => {
	const english =
		'# Orders\n\nSee [rice](https://food.example/rice).\n\nTry [Salt](https://salt.example/).\n';
	const french =
		'# Commandes\n\nVoir [le riz](https://fr.food.example/riz).\n\nEssayer [Pepper](https://pepper.example/).\n';
	const { text, left } = await repairPage(english, french);
	expect(text).toBe(french);
	expect(left.map(({ ruleId, isFixable }) => [ruleId, isFixable])).toEqual([
		['link-drift', undefined],
		['link-drift', undefined],
	]);
});

test('only what the named rules find is mended', async () => {
	const english = '# Orders\n\n## Cook\n\n```js\ncook(order);\n```\n';
	const french = '# Commandes\n\n### Préparer\n\n```js\ncook(orders);\n```\n';
	const ruleIds = new Set(['heading-level']);
	expect(await repaired(english, french, { ruleIds })).toBe(french.replace('###', '##'));
});

test('a page whose source cannot be read keeps its code', async () => {
	const french = '# Commandes\n\n```js\ncook(orders);\n```\n';
	expect(await repaired('<Tabs>\n\n# Orders\n', french, { extension: 'mdx' })).toBe(french);
});
