import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/checker/document/parse-document.ts';
import { createHeadingTable } from '../../src/checker/scaffold/heading-table.ts';
import { createScaffold } from '../../src/checker/scaffold/create-scaffold.ts';
import { shortenScaffold } from '../../src/checker/scaffold/shorten-scaffold.ts';
import { writeScaffold } from '../../src/checker/scaffold/write-scaffold.ts';
import { createPlannedChecker } from '../../src/cli/check-pages.ts';
import { learnHeadings } from '../../src/cli/learn-headings.ts';
import { makePlan, OWN_FOLDER } from '../../src/cli/make-plan.ts';
import { patternsOf } from '../../src/cli/plan.ts';
import { findPages } from '../../src/corpus/find-pages.ts';
import { readSourceFile } from '../../src/corpus/read-source-file.ts';
import config from '../../parity.config.ts';

const file = (text: string, path = 'en/a.md') => ({ path, locale: 'en', page: 'a.md', text });
const scaffold = (text: string, headings: Record<string, string> = {}, path = 'en/a.md') =>
	writeScaffold(file(text, path), path, new Map(Object.entries(headings)), ['title', 'label']);

describe('a scaffold', () => {
	test.each([
		'[[toc]]',
		'{{Specifications}}',
		'## {{% heading "whatsnext" %}}',
		'{* ../serve.py hl[2] *}',
		'{% include toc.html %}',
		'<<< @/serve.js{2}',
		'--8<-- "parts/table.md"',
		'<script setup>\nserve();\n</script>',
	])('has nothing to translate in %s', (line) => {
		const source = `# Table\n\n${line}\n\nText.\n`;
		const marked = source.replace(/^(?=# |Text)/gm, '<!-- parity: translate -->\n');
		expect(scaffold(source)).toBe(marked);
	});

	test('marks each block with words, and leaves all else as it is', () => {
		const source = `# Lay the table

A table needs \`plates\` and [glasses](./glasses.md).

1. Bring plates.

   \`\`\`sh
   npm ci
   \`\`\`

| Guest | Seat |
| --- | --- |
| Ana | 4 |

> Sit down.

![A table](table.png)

![](line.png)

\`npm start\`

\`\`\`js
// Words in code
serve();
\`\`\`
`;
		const written = scaffold(source);
		expect(written.replaceAll('<!-- parity: translate -->\n', '')).toBe(source);
		expect(written.match(/(?<=<!-- parity: translate -->\n).{6}/g)).toEqual([
			'# Lay ',
			'A tabl',
			'1. Bri',
			'| Gues',
			'> Sit ',
			'![A ta',
		]);
	});

	test('takes headings from the table, with their level and their marks', () => {
		const headings = { 'Sit `down`': 'Asseyez-vous `down`', Eat: 'Manger', Pay: 'Payer' };
		expect(scaffold('## Sit `down`\n\n### Eat ###\n\nPay\n---\n', headings)).toBe(
			'## Asseyez-vous `down`\n\n### Manger ###\n\nPayer\n---\n',
		);
	});

	test('marks the texts of front matter, those within lists too', () => {
		expect(
			scaffold(
				'---\ntitle: The menu\norder: 2\nlinks:\n  - label: Order now\n    to: /order\n---\n',
			),
		).toBe(
			'---\n# parity: translate\ntitle: The menu\norder: 2\nlinks:\n  # parity: translate\n  - label: Order now\n    to: /order\n---\n',
		);
	});

	test('marks blocks within components and elements by themselves', () => {
		expect(
			scaffold('<Tabs>\n  <Tab>\n    Bread.\n\n    - Butter\n  </Tab>\n</Tabs>\n', {}, 'en/a.mdx'),
		).toBe(
			'<Tabs>\n  <Tab>\n    {/* parity: translate */}\n    Bread.\n\n    {/* parity: translate */}\n    - Butter\n  </Tab>\n</Tabs>\n',
		);
		expect(scaffold('<details>\n<summary>More</summary>\n\nBread.\n\n</details>\n')).toBe(
			'<!-- parity: translate -->\n<details>\n<summary>More</summary>\n\n<!-- parity: translate -->\nBread.\n\n</details>\n',
		);
	});

	test('keeps the ends of lines', () => {
		expect(scaffold('# Menu\r\n\r\nBread.')).toBe(
			'<!-- parity: translate -->\r\n# Menu\r\n\r\n<!-- parity: translate -->\r\nBread.',
		);
	});
});

describe('the words of headings', () => {
	const learn = (...pairs: readonly (readonly [string, string])[]) =>
		Object.fromEntries(
			createHeadingTable(
				pairs.map(([source, target]) => [parseDocument(file(source)), parseDocument(file(target))]),
				[],
			),
		);

	test('are those of most pages', () => {
		const source = '# A\n\n## To eat\n\nBread.\n';
		const [often, once] = ['# B\n\n## À manger\n\nDu pain.\n', '# C\n\n## Repas\n\nDu pain.\n'];
		expect(learn([source, once], [source, often], [source, often])).toEqual({
			'To eat': 'À manger',
		});
	});

	test('are those of the source where several pages have them so, not where one has', () => {
		const page = '# A\n\n## Menu\n\nBread.\n';
		expect(learn([page, page])).toEqual({});
		expect(learn([page, page], [page, page])).toEqual({ Menu: 'Menu' });
	});

	test('are not learnt where the translation has lost a link, or is not finished', () => {
		const source = '# A\n\n## The [menu](m.md)\n\nBread.\n';
		expect(learn([source, '# B\n\n## La carte\n\nDu pain.\n'])).toEqual({});
		const half = '# B\n\n## La [carte](m.md)\n\n<!-- parity: translate -->\nBread.\n';
		expect(learn([source, half])).toEqual({});
	});
});

test('a scaffold is shortened by whole sections from its end, and ends with no bare heading', () => {
	const top = '# A\n\nBread.\n\n';
	const text = `${top}<!-- parity: translate -->\n## B\n\n### C\n\nWine.\n\n## D\n\nThe bill.\n`;
	const within = (most: number) =>
		shortenScaffold(file(text), 'more', (each) => each.length <= most);
	expect(within(text.length)).toBe(text);
	expect(within(text.length - 1)).toBe(text.replace('## D\n\nThe bill.\n', '<!-- more -->\n'));
	expect(within(60)).toBe(`${top}<!-- more -->\n`);
	expect(within(1)).toBe('<!-- more -->\n');
});

test('of a scaffold of any page the checker tells the placeholders, and nothing else', async () => {
	const options = { paths: [], rules: [], updatesBaseline: false, wantsHelp: false };
	const plan = makePlan(options, config, OWN_FOLDER, '2026-11-21');
	const { source, target } = patternsOf(plan);
	const checker = createPlannedChecker(plan);
	for (const locale of plan.locales) {
		const headings = learnHeadings(plan, locale);
		for (const page of findPages(plan.folder, source, target, plan.locales).source) {
			const path = source.path(page, '');
			const original = readSourceFile(join(plan.folder, path), { path, locale: 'en', page });
			const place = { path: target.path(page, locale.part), locale: locale.tag, page };
			const { text, placeholders, problems } = await createScaffold(original, place, {
				...{ headings, checker },
				translatedKeys: plan.policy.translatedKeys,
			});
			expect(problems).toEqual([]);
			const findings = await checker.checkPage({ source: original, targets: [{ ...place, text }] });
			const rules = findings.map(({ ruleId }) => ruleId);
			expect(new Set(rules), place.path).toEqual(new Set(['untranslated-placeholder']));
			expect(rules, place.path).toHaveLength(placeholders);
		}
	}
});
