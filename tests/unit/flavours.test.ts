import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import { rewriteFlavour, rewriteForMdx } from '../../src/checker/document/flavours.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-21',
});

function check(source: string, target: string, extension: string): Promise<Finding[]> {
	const page = `orders.${extension}`;
	return checker.checkPage({
		source: { path: `en/${page}`, page, locale: 'en', text: source },
		targets: [{ path: `fr/${page}`, page, locale: 'fr', text: target }],
	});
}

/** English words of the pages below, with a translation of each line. */
const FRENCH: readonly (readonly [string, string])[] = [
	['Before you go on, look at the store.', 'Avant de continuer, regardez le stockage.'],
	['Keep every order', 'Gardez chaque commande'],
	[
		'An order that was accepted must never get lost.',
		'Une commande acceptée ne doit jamais se perdre.',
	],
	[
		'Write it down before the client gets an answer.',
		'Notez-la avant que le client reçoive une réponse.',
	],
	[
		'Sessions live in the same store as the uploads.',
		'Les sessions vivent dans le même stockage que les envois.',
	],
	['After that, everything else is easy to do.', 'Après cela, tout le reste est facile à faire.'],
];

function translate(text: string): string {
	return FRENCH.reduce((done, [english, french]) => done.replaceAll(english, french), text);
}

const LOST = 'Write it down before the client gets an answer.';

/** Each page holds a callout, or what stands for one, with the paragraph that gets lost. */
const PAGES: readonly (readonly [name: string, extension: string, box: string])[] = [
	[
		'MkDocs admonition',
		'md',
		`!!! warning "Keep every order"
    An order that was accepted must never get lost.

    ${LOST}

    \`\`\`js
    await keep(order);

    !!! note
    \`\`\`

    - Sessions live in the same store as the uploads.`,
	],
	[
		'MkDocs nested admonition',
		'md',
		`??? note "Keep every order"

    An order that was accepted must never get lost.

    !!! tip

        ${LOST}

        Sessions live in the same store as the uploads.`,
	],
	[
		'MkDocs tabs',
		'md',
		`=== "npm"

    An order that was accepted must never get lost.

    ${LOST}

=== "pnpm"

    Sessions live in the same store as the uploads.`,
	],
	[
		'MkDocs admonition in a list',
		'md',
		`1. An order that was accepted must never get lost.

    !!! danger

        Sessions live in the same store as the uploads.

        ${LOST}`,
	],
	[
		'VitePress',
		'md',
		`::: tip Keep every order
An order that was accepted must never get lost.

${LOST}
:::`,
	],
	[
		'Docusaurus',
		'mdx',
		`:::note Keep every order

An order that was accepted must never get lost.

${LOST}

:::

<!-- Sessions live elsewhere. -->`,
	],
	[
		'Docusaurus tabs',
		'mdx',
		`<Tabs>
  <TabItem value="npm">

An order that was accepted must never get lost.

${LOST}

  </TabItem>
</Tabs>`,
	],
	[
		'Nextra',
		'mdx',
		`import { Callout } from 'nextra/components'

<Callout type="warning">
  An order that was accepted must never get lost.

  ${LOST}
</Callout>`,
	],
	[
		'Markdoc',
		'md',
		`{% callout type="note" %}

An order that was accepted must never get lost.

${LOST}

{% /callout %}`,
	],
	[
		'GitBook',
		'md',
		`{% hint style="info" %}
An order that was accepted must never get lost.

${LOST}
{% endhint %}`,
	],
	[
		'Hugo',
		'md',
		`{{% notice note %}}

An order that was accepted must never get lost.

${LOST}

{{% /notice %}}

{{< figure src="/store.png" >}}`,
	],
	[
		'Jekyll and kramdown',
		'md',
		`{% include alert.html %}

An order that was accepted must never get lost.
{: .note }

${LOST}
{: .note #order }`,
	],
	[
		'MyST colons',
		'md',
		`:::{note} Keep every order
:class: dropdown

An order that was accepted must never get lost.

${LOST}
:::`,
	],
	[
		'MyST fence',
		'md',
		`\`\`\`\`{note} Keep every order
An order that was accepted must never get lost.

${LOST}

\`\`\`{code-block} js
await keep(order);
\`\`\`
\`\`\`\``,
	],
	[
		'Quarto',
		'md',
		`::: {.callout-tip title="Keep"}
An order that was accepted must never get lost.

${LOST}
:::

\`\`\`{r}
orders <- 1:10
\`\`\``,
	],
	[
		'Pandoc',
		'md',
		`::: warning
An order that was accepted must never get lost.[^1]

${LOST}
:::

\`\`\`{.python #order}
keep(order)
\`\`\`

[^1]: Sessions live in the same store as the uploads.`,
	],
	[
		'Microsoft',
		'md',
		`> [!NOTE]
> An order that was accepted must never get lost.
>
> ${LOST}

:::image type="content" source="media/store.png" alt-text="store":::

::: zone pivot="node"

Sessions live in the same store as the uploads.

::: zone-end`,
	],
	[
		'Obsidian',
		'md',
		`> [!tip]- Keep every order
> An order that was accepted must never get lost.
>
> ${LOST}`,
	],
];

describe.each(PAGES)('%s', (_, extension, box) => {
	const source = `# Keep every order

Before you go on, look at the store.

${box}

After that, everything else is easy to do.
`;
	const target = translate(source);

	test('a full translation is silent', async () => {
		expect(await check(source, target, extension)).toEqual([]);
	});

	test('a paragraph that got lost within is told at its place', async () => {
		const lines = target.split('\n');
		const lost = lines.findIndex((line) => line.includes(translate(LOST)));
		// With the line of attributes behind it, if it has one.
		const count = lines[lost + 1]?.startsWith('{:') ? 2 : 1;
		const damaged = lines.toSpliced(lost, count).join('\n');
		const findings = await check(source, damaged, extension);
		expect(findings.map(({ ruleId }) => ruleId)).toEqual(['paragraph-drift']);
		const [{ range, source: related }] = findings as [Finding];
		expect(related?.range?.start.line).toBe(lost + 1);
		expect(Math.abs(range!.start.line - (lost + 1))).toBeLessThanOrEqual(3);
	});

	test('a box that got lost is told once, where it was', async () => {
		const damaged = target.replace(`${translate(box)}\n\n`, '');
		const findings = await check(source, damaged, extension);
		expect(findings.map(({ range }) => range?.start.line)).toEqual(findings.map(() => 5));
		expect(new Set(findings.map((each) => `${each.ruleId} ${each.messageId}`)).size).toBe(
			findings.length,
		);
		expect(findings[0]!.ruleId).toMatch(/^(?:callout|component|list|paragraph)-drift$/);
	});
});

test('callouts of MkDocs keep their lines and columns', () => {
	expect(rewriteFlavour('!!! note "Keep it"\n    One\n\n    Two\n\nThree')).toBe(
		'>[!note] Keep it\n>   One\n>\n>   Two\n\nThree',
	);
});

test('neighbouring tabs stay apart', () => {
	expect(rewriteFlavour('=== "npm"\n\n    One\n\n=== "pnpm"\n\n\tTwo\n')).toBe(
		'>[!tab]npm\n>\n>   One\n\n>[!tab]pnpm\n>\n>Two\n',
	);
});

test('code stays as it is', () => {
	const page = '```md\n!!! note\n    text\n\n::: tip Title\n:::{note}\n```\n';
	expect(rewriteFlavour(page)).toBe(page);
	expect(rewriteFlavour('````{code-block} md\n```{note}\n```\n````\n')).toBe(
		'````{code-block} md\n```{note}\n```\n````\n',
	);
});

test('a fence that its callout ends is over', () => {
	expect(rewriteFlavour('!!! note\n    ```js\n    keep();\n\n!!! tip\n    One')).toBe(
		'>[!note] \n>   ```js\n>   keep();\n\n>[!tip] \n>   One',
	);
});

describe('a line of dashes above everything', () => {
	test.each([
		['---\n\n# Orders\n\nKeep them.\n\n---\n', true],
		['--- \r\n\r\nKeep them: here.\r\n\r\n---\r\n', true],
		['---\ntitle: Orders\n---\n', false],
		['---\n\ntitle: Orders\n---\n', false],
		['---\n\n# Kept by hand\n"title": Orders\n---\n', false],
		['---\n# Orders\n---\n', false],
	])('%j', (text, isRule) => {
		expect(rewriteFlavour(text)).toBe(isRule ? `***${text.slice(3)}` : text);
	});

	test('what stands between two rules is compared', async () => {
		const source = '---\n\n# Orders\n\nKeep `order.id`.\n\n---\n';
		const target = '---\n\n# Commandes\n\nGardez `order.no`.\n\n---\n';
		const findings = await check(source, target, 'md');
		expect(findings.map((each) => [each.ruleId, each.range?.start.line])).toEqual([
			['inline-code-drift', 5],
		]);
	});
});

test.each([
	['::: tip Keep it', ':::tip[Keep it]'],
	['::: tip', ':::tip'],
	[':::note Keep [it]', ':::note[Keep  it ]'],
	[':::{note} Keep it', ':::note[Keep it]'],
	['::: {.callout-tip collapse="true"}', ':::tip'],
	['::: zone-end', ':::'],
	['> ::: tip', '> :::tip'],
	[':::image source="store.png":::', ':::image source="store.png":::'],
	[':::note[Keep it]', ':::note[Keep it]'],
	[':::note{title="Keep it"}', ':::note{title="Keep it"}'],
	[':::', ':::'],
])('%s', (written, expected) => {
	expect(rewriteFlavour(written)).toBe(expected);
});

test('what MDX does not allow keeps its length', () => {
	const page = '# Orders {#orders}\n\n<!-- kept */ here -->\n\n<!-- open';
	const rewritten = rewriteForMdx(page);
	expect(rewritten).toBe(`# Orders ${' '.repeat(9)}\n\n{/* kept *  here  */}\n\n<!-- open`);
	expect(rewritten).toHaveLength(page.length);
});

describe('definitions', () => {
	test.each([
		['`PORT`\n:   Where.\n\n    More.', '`PORT`\n-   Where.\n\n    More.'],
		['-p\n\n:   Where.\n\n:   Again.', '-p\n\n-   Where.\n\n-   Again.'],
		['One\nTwo\n:   Both.', 'One\nTwo\n-   Both.'],
		['> Term\n> : Text.', '> Term\n> - Text.'],
		['!!! note\n    Term\n    :   Text.', '>[!note] \n>   Term\n>   -   Text.'],
		['A sentence that is long\nand goes on\n: here.', undefined],
		['| a | b |\n| - | - |\n\n: A caption', undefined],
		['# Title\n\n: Text', undefined],
		['```\nTerm\n:   Text.\n```', undefined],
	])('%j', (written, expected) => {
		expect(rewriteFlavour(written)).toBe(expected ?? written);
	});
});
