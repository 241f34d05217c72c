import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachBlock, isProse } from '../../../src/checker/document/block.ts';
import { parseDocument } from '../../../src/checker/document/parse-document.ts';
import { wordsOf } from '../../../src/checker/document/text-of.ts';
import { repairPage } from './repair-text.ts';

/** Parts of a page about a kitchen: as in English, and as they are translated. */
const PARTS: readonly (readonly [string, string])[] = [
	['## Open the kitchen', '## Ouvrir la cuisine'],
	['### Cold dishes', '### Plats froids'],
	[
		'The oven needs ten minutes. See [the menu](./menu.md).',
		'Le four chauffe dix minutes. Voir [la carte](./menu.md).',
	],
	['Call `serve()` for each plate.', 'Appelez `serve()` pour chaque assiette.'],
	[
		'```js title="kitchen.js" {1}\n// Wait for the oven\nawait oven.ready();\nserve(plates); // hot\n```',
		'```js title="kitchen.js" {1}\n// Attendre le four\nawait oven.ready();\nserve(plates); // chaudes\n```',
	],
	['```sh\nnpm run serve\n```', '```sh\nnpm run serve\n```'],
	['- Wash the rice.\n- Cook it slowly.', '- Laver le riz.\n- Le cuire doucement.'],
	[
		'1. Take the order.\n\n   ```js\n   take(order);\n   ```\n\n2. Cook it.',
		'1. Prendre la commande.\n\n   ```js\n   take(order);\n   ```\n\n2. La préparer.',
	],
	['> [!TIP]\n> Salt comes last.', '> [!TIP]\n> Le sel vient en dernier.'],
	['![The oven](./oven.png)', '![Le four](./oven.png)'],
	[
		'| Dish | Minutes |\n| --- | --- |\n| Rice | 20 |',
		'| Plat | Minutes |\n| --- | --- |\n| Riz | 20 |',
	],
];

/** What somebody may do to a translation by mistake. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
	[/^## /m, '### '],
	[/^### /m, '#### '],
	[/menu\.md/, 'menus.md'],
	[/`serve\(\)`/, '`servve()`'],
	[/await /, ''],
	[/^serve\(plates\);.*\n/m, ''],
	[/npm run serve/, 'npm run server'],
	[/take\(order\)/, 'takes(order)'],
	[/^```js title.*$/m, '```ts'],
	[/^```sh\n[\s\S]*?^```\n\n/m, ''],
	[/^( {3}```js\n[\s\S]*?```\n\n)/m, ''],
	[/^- Laver(.*)\n- Le/m, '1. Laver$1\n2. Le'],
	[/\[!TIP\]/, '[!NOTE]'],
	[/^!\[.*\n\n/m, ''],
	[/oven\.png/, 'ovens.png'],
	[/^order: 1/m, 'order: 2'],
	// A list with one slip only: two of them may each hide the other from a repair.
	[/^- Laver(.*)\n- Le/m, '-Laver$1\n•Le'],
	[/^\| --- \| --- \|$/m, '| --- |'],
	[/\[la carte\]/, '[la carte] '],
	[/^## Ouvrir/m, '##Ouvrir'],
	[/\n/g, '\r\n'],
	[/\n$/, ''],
];

const pages = fc.record({
	parts: fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 8 }),
	slips: fc.uniqueArray(fc.constantFrom(...SLIPS), { maxLength: 5 }),
});

function write(title: string, parts: readonly string[]): string {
	return `---\ntitle: ${title}\norder: 1\n---\n\n${parts.join('\n\n')}\n`;
}

/** Every word that somebody reads, code apart; a slip may have made one paragraph of several blocks. */
function words(text: string): string[] {
	const { blocks } = parseDocument({ path: 'a.md', page: 'a.md', locale: 'fr', text });
	return eachBlock(blocks)
		.filter(isProse)
		.flatMap((block) => {
			const codes = block.inlines.filter(({ kind }) => kind === 'code');
			const prose = codes.reduce(
				(rest, { value }) => rest.replace(value, ''),
				wordsOf(block, text),
			);
			// The target of a link is text where its brackets do not touch.
			return prose.replace(/\(\.\/\S*\)/g, '').match(/\p{L}+/gu) ?? [];
		})
		.sort();
}

test('a repair leaves every word, nothing to repair, and no page worse', async () => {
	await fc.assert(
		fc.asyncProperty(pages, async ({ parts, slips }) => {
			const english = write(
				'Kitchen',
				parts.map(([source]) => source),
			);
			let french = write(
				'Cuisine',
				parts.map(([, target]) => target),
			);
			for (const [from, to] of slips) french = french.replace(from, to);
			const { text, before, left } = await repairPage(english, french);
			expect(words(text)).toEqual(words(french));
			expect(left.filter(({ isFixable }) => isFixable)).toEqual([]);
			const errors = (all: typeof left) =>
				all.filter(({ severity }) => severity === 'error').length;
			expect(errors(left)).toBeLessThanOrEqual(errors(before));
			expect((await repairPage(english, text)).text).toBe(text);
		}),
		{ numRuns: 100 },
	);
}, 60_000);
