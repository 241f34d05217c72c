import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import type { Finding } from '../../src/checker/finding.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale.toLowerCase()],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-21',
});

function check(source: string, target: string): Promise<Finding[]> {
	const page = 'orders.md';
	return checker.checkPage({
		source: { path: `en/${page}`, page, locale: 'en', text: source },
		targets: [{ path: `fr/${page}`, page, locale: 'fr', text: target }],
	});
}

/** A page of nothing but one thing. */
interface Bulk {
	readonly before: string;
	readonly line: (index: number) => string;
	readonly after: string;
	/** What is told where one line differs, if anything should be. */
	readonly rule?: string;
	/** How a line differs, if not in its last number. */
	readonly mistype?: (line: string) => string;
}

function fence(tag: string, rule: string, line: Bulk['line']): Bulk {
	return { before: `# Orders\n\n\`\`\`${tag}\n`, line, after: '```\n\nKept.\n', rule };
}

function prose(line: Bulk['line'], rule?: string): Bulk {
	return { before: '# Orders\n\n', line, after: '', ...(rule !== undefined && { rule }) };
}

const script = (i: number): string =>
	i % 7 === 6 ? `// stores ${i}` : `app.get('/orders/${i}', (request) => kept[${i}]);`;

const bulks: Readonly<Record<string, Bulk>> = {
	'YAML front matter': {
		before: '---\n',
		line: (i) => `key${i}: order${i}`,
		after: '---\n\n# Orders\n',
	},
	'TOML front matter': {
		before: '+++\n',
		line: (i) => `key${i} = "order${i}"`,
		after: '+++\n\n# Orders\n',
	},
	js: fence('js', 'code-drift', script),
	untagged: fence('', 'code-drift', script),
	python: fence('python', 'code-drift', (i) => `store.add("order", key=${i})`),
	html: fence('html', 'code-strings', (i) => `<p class="order-${i}">Kept</p>`),
	json: fence('json', 'code-strings', (i) => `  "order": "kept${i}",`),
	yaml: fence('yaml', 'code-drift', (i) => (i % 8 === 0 ? `group${i}:` : `  key${i}: ${i}`)),
	sh: fence('sh', 'code-drift', (i) => `curl -s localhost/orders/${i} | jq .id > order-${i}.json`),
	diff: fence('diff', 'code-drift', (i) => `${'+- '[i % 3]!}const order = keep(${i});`),
	console: fence('console', 'code-strings', (i) => `$ npm run order -- --id ${i}\nkept ${i}`),
	text: fence('text', 'code-strings', (i) => `order ${i} in store${i}`),
	md: fence('md', 'code-strings', (i) => `See [order](/orders/${i}).\n`),
	mermaid: fence('mermaid', 'code-strings', (i) => `  order${i} --> store${i}`),
	'names that only one marks': {
		...prose((i) => `Keep order.n${i} beside store.n${i}.\n`),
		mistype: (line) => line.replace(/(order\.n\d+)/, '`$1x`'),
	},
	'inline code': prose((i) => `Gardé \`order${i}\` \`store${i}\`.\n`, 'inline-code-drift'),
	links: prose((i) => `Voir [la ${i}](/orders/${i}).\n`, 'link-drift'),
	'links in one paragraph': prose((i) => `Voir [la ${i}](/orders/${i}).`, 'link-drift'),
	'links to pages of nearly the same name': prose(
		(i) => `Voir [la ${i}](../a/orders_ab-cd.ef_${i}.md).`,
		'link-drift',
	),
	definitions: prose((i) => `Voir [la][o${i}].\n\n[o${i}]: /orders/${i}\n`, 'link-drift'),
	footnotes: prose((i) => `Gardé.[^${i}]\n\n[^${i}]: Commande.\n`),
	rows: {
		...prose((i) => `| commande | \`kept${i}\` |`, 'inline-code-drift'),
		before: '| a | b |\n| - | - |\n',
	},
	columns: {
		before: `|${' a |'.repeat(500)}\n|${' - |'.repeat(500)}\n`,
		line: (i) => `|${` v${i} |`.repeat(500)}`,
		after: '',
	},
	'mistyped links': {
		...prose((i) => `Voir [la ${i}](/orders/${i}).`, 'link-drift'),
		mistype: (line) => line.replace('](', '] ('),
	},
	'mistyped items': {
		...prose((i) => `- commande ${i}`, 'list-drift'),
		mistype: (line) => line.replace('- ', '-'),
	},
	'mistyped tables': {
		...prose((i) => `## Order ${i}\n\n| a | b |\n| - | - |\n| c | d${i} |\n`, 'table-drift'),
		mistype: (line) => line.replace('| - | - |', '| - |'),
	},
	'lists in lists': prose((i) => `${'  '.repeat(i % 40)}- commande ${i}`),
	headings: prose((i) => `## Order ${i}\n\nGardé ${i}.\n`),
	'headings of all levels': prose((i) => `${'#'.repeat(2 + (i % 5))} Ordre ${i}\n\nGardé.\n`),
	images: prose((i) => `![Commande](/images/order-${i}.png)\n`, 'image-target'),
	tags: prose((i) => `<p class="order">Commande <b>${i}</b></p>\n`),
	'tags within text': prose((i) => `Commande <b>gardée</b> <i onclick="keep()">${i}</i>\n`),
	'open tags in one paragraph': prose(() => 'Commande <b><b><b>'),
	'code in HTML': prose((i) => `Gardé <code>order${i}</code>`, 'inline-code-drift'),
	addresses: prose((i) => `https://store${i}.example/orders`, 'link-drift'),
	scripts: prose((i) => `<script src="https://store${i}.example/a"></script>\n`),
	'scripts that are not closed': prose((i) => `<script>keep(${i});`),
	'callouts that are not closed': prose((i) => `:::note\n\nGardé ${i}\n`),
	'callouts that lost their ends': {
		...prose((i) => `:::note\n\nCommande ${i}\n\n:::\n`),
		mistype: (line) => line.replace(/:::\n$/, '\n'),
	},
	'elements that lost their ends': {
		...prose((i) => `<div>\n\nCommande ${i}\n\n</div>\n`),
		mistype: (line) => line.replace('</div>', ''),
	},
	'templates that lost their ends': {
		...prose((i) => `{% note %}\n\nCommande ${i}\n\n{% endnote %}\n`),
		mistype: (line) => line.replace('{% endnote %}', ''),
	},
	comments: prose((i) => `<!-- order ${i} -->\n`),
	waivers: prose((i) => `<!-- parity-ignore code-drift: order ${i} -->\n\nGardé ${i}\n`),
};

/** At least so many characters of lines; the last number of some of them is another. */
function page(
	{ before, line, after, mistype }: Bulk,
	length: number,
	isChanged: (share: number) => boolean,
): string {
	const parts = [before];
	for (let [index, size] = [0, 0]; size < length; index++) {
		const text = line(index);
		size += text.length + 1;
		const differing = mistype?.(text) ?? text.replace(/\d+(?=\D*$)/, (digits) => `9${digits}`);
		parts.push(isChanged(size / length) ? differing : text, '\n');
	}
	return `${parts.join('')}${after}`;
}

const VARIANTS: Readonly<Record<string, (share: number) => boolean>> = {
	equal: () => false,
	'all different': () => true,
};

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
async function cost(bulk: Bulk, length: number): Promise<number> {
	const source = page(bulk, length, () => false);
	let total = 0;
	for (const isChanged of Object.values(VARIANTS)) {
		const target = page(bulk, length, isChanged);
		const began = process.cpuUsage();
		await check(source, target);
		const { user, system } = process.cpuUsage(began);
		total += (user + system) / 1000;
	}
	return total;
}

describe.each(Object.entries(bulks))('a page of nothing but %s', (_, bulk) => {
	// Twice the square would be 32 times; below the floor nothing but noise is measured.
	test('costs in proportion to its length', async () => {
		await cost(bulk, 50_000);
		const small = await cost(bulk, 100_000);
		expect(await cost(bulk, 400_000)).toBeLessThan(10 * Math.max(small, 60));
	}, 30_000);

	test.runIf(bulk.rule)(
		'tells one line that differs, at that line',
		async () => {
			let wasChanged = false;
			const isChanged = (share: number): boolean =>
				share > 0.5 && !wasChanged && (wasChanged = true);
			const [source, target] = [page(bulk, 400_000, () => false), page(bulk, 400_000, isChanged)];
			const lines = source.split('\n');
			const at = target.split('\n').findIndex((line, index) => line !== lines[index]) + 1;
			const found = (await check(source, target)).filter(({ ruleId }) => ruleId === bulk.rule);
			expect(found).toHaveLength(1);
			// A definition is told at its link; text of a sample at its paragraph.
			expect(Math.abs(found[0]!.range!.start.line - at)).toBeLessThanOrEqual(2);
		},
		30_000,
	);
});

test('a word as long as a page, left beside a new text, takes no time', async () => {
	const word = 'x'.repeat(300_000);
	const source = `# Orders\n\n${word} is kept in the store.\n\nKept.\n`;
	const target = `# Commandes\n\n${word} is kept in the store.\n\nGardé.\n\nGardé ici aussi.\n`;
	const began = process.cpuUsage();
	await check(source, target);
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(3_000);
});

test('a heading left as it was takes no time, whatever else stands on its page', async () => {
	const page = (words: string): string =>
		`# Kitchen Answer Format Rules\n\n${words}\n\n${'!['.repeat(100_000)}\n`;
	const began = process.cpuUsage();
	await check(page('The kitchen.'), page('La cuisine.'));
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(3_000);
});

test('invisible characters in each line of a block of code are told once', async () => {
	const lines = Array.from({ length: 10_000 }, (_, i) => `keep(${i});`);
	const page = (end: string): string => `# Orders\n\n\`\`\`js\n${lines.join(`${end}\n`)}\n\`\`\`\n`;
	const found = await check(page(''), page('\u200b'));
	expect(found.map(({ ruleId }) => ruleId)).toEqual(['unsafe-characters']);
});

test('front matter that nobody writes is not read, and said to be', async () => {
	for (const name of ['YAML front matter', 'TOML front matter']) {
		const text = page(bulks[name]!, 120_000, () => false);
		expect((await check('# Orders\n', text)).map(({ ruleId, data }) => [ruleId, data])).toEqual([
			['file-unparsable', { reason: 'its front matter has more than 100,000 characters' }],
		]);
	}
	const long = page(bulks['YAML front matter']!, 90_000, () => false);
	expect(await check(long, long)).toEqual([]);
});

test.each([
	['[', 20_000, 'it is nested too deep'],
	['[', 400, 'it is nested more than 100 levels deep'],
	['{ a: ', 400, 'it is nested more than 100 levels deep'],
])('front matter of `%s` %i times is told in words', async (opening, times, reason) => {
	const closing = opening === '[' ? ']' : '}';
	const text = `---\norders: ${opening.repeat(times)}1${closing.repeat(times)}\n---\n\n# Commandes\n`;
	const found = (await check('# Orders\n', text)).filter(
		({ ruleId }) => ruleId === 'frontmatter-invalid',
	);
	expect(found.map(({ data }) => data.reason)).toEqual([reason]);
});

test.each([
	['ab-', 50_000],
	// The parser itself takes its time over more of these.
	['_', 100],
	['.a', 50_000],
	['-fr', 50_000],
	['/blob/', 50_000],
])('a target of nothing but `%s` takes no time', async (part, times) => {
	const name = `orders${part.repeat(times)}!.md`;
	const target = `# Commandes\n\n[un](https://github.com/a/b/blob/${name}) [deux](${name})\n`;
	const began = process.cpuUsage();
	await check('# Orders\n', target);
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(2_000);
});

test.each([
	['a: b\n', 'md'],
	['> a: b\n', 'md'],
	['> # a: b\n>\n', 'md'],
	['| a: b\n', 'md'],
	['#a: b\n', 'md'],
	['-a: b\n', 'md'],
	['<A>a: ', 'md'],
	['_a', 'md'],
	['a__b', 'md'],
	['a@b.c ', 'md'],
	['==\n', 'md'],
	['{[(', 'mdx'],
	['{!', 'mdx'],
	['{a=>', 'mdx'],
	['{a+', 'mdx'],
	['{`${', 'mdx'],
])(
	'a page of nothing but `%s` takes no time, and says that it was not compared',
	async (part, type) => {
		const text = `# Commandes\n\n${part.repeat(300_000 / part.length)}`;
		const began = process.cpuUsage();
		const found = await checker.checkPage({
			source: { path: `en/orders.${type}`, page: 'orders', locale: 'en', text: '# Orders\n' },
			targets: [{ path: `fr/orders.${type}`, page: 'orders', locale: 'fr', text }],
		});
		const { user, system } = process.cpuUsage(began);
		expect(found.map(({ ruleId }) => ruleId)).toEqual(['file-unparsable']);
		expect((user + system) / 1000).toBeLessThan(3_000);
	},
);

test('a long run of spaces between two words takes no time', async () => {
	const text = (end: string) => `# A\n\nOrders are${' '.repeat(200_000)}kept\n${end}.\n`;
	const began = process.cpuUsage();
	await checker.checkPage({
		source: { path: 'en/orders.md', page: 'orders', locale: 'en', text: text('here') },
		targets: [{ path: 'fr/orders.md', page: 'orders', locale: 'fr', text: text('there') }],
	});
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(3_000);
});

test('a table of nothing but colons takes no time, and says that it was not compared', async () => {
	const rows = Array.from({ length: 20_000 }, (_, i) => `| a: ${i} | b: c: d: |\n`);
	const text = `# Commandes\n\n| a | b |\n| - | - |\n${rows.join('')}`;
	const began = process.cpuUsage();
	const found = await checker.checkPage({
		source: { path: 'en/orders.md', page: 'orders', locale: 'en', text: '# Orders\n' },
		targets: [{ path: 'fr/orders.md', page: 'orders', locale: 'fr', text }],
	});
	const { user, system } = process.cpuUsage(began);
	expect(found.map(({ ruleId }) => ruleId)).toEqual(['file-unparsable']);
	expect((user + system) / 1000).toBeLessThan(3_000);
});

test.each([
	['!', 60_000],
	['a=>', 20_000],
	['a?b:', 20_000],
	['new ', 20_000],
	['a**', 60_000],
	['a=', 20_000],
	['a+', 60_000],
	['(', 20_000],
	['if(a)', 20_000],
	['a:', 20_000],
])('a chain of `%s` in code does not end the process', async (part, times) => {
	const text = `# Commandes\n\nexport function keep() {${part.repeat(times)}}\n`;
	const found = await checker.checkPage({
		source: { path: 'en/orders.mdx', page: 'orders', locale: 'en', text: '# Orders\n' },
		targets: [{ path: 'fr/orders.mdx', page: 'orders', locale: 'fr', text }],
	});
	expect(found.map(({ ruleId }) => ruleId)).toContain('file-unparsable');
});

test('long pages of data, tables and quotations are compared', async () => {
	const rows = Array.from({ length: 8_000 }, (_, i) => `| a: ${i} | b: c_d_e |`);
	const items = Array.from({ length: 8_000 }, (_, i) => `- order: ${i}`);
	const text = `# Orders\n\n| a | b |\n| - | - |\n${rows.join('\n')}\n\n${items.join('\n')}\n`;
	expect(await check(text, text)).toEqual([]);
	const data = Array.from(
		{ length: 1_500 },
		(_, i) => `\t{ id: ${i}, name: 'order', tags: ['a'] },`,
	);
	const mdx = `export const orders = [\n${data.join('\n')}\n];\n\n# Orders\n`;
	const file = (locale: string) => ({
		...{ path: `${locale}/orders.mdx`, page: 'orders', locale, text: mdx },
	});
	expect(await checker.checkPage({ source: file('en'), targets: [file('fr')] })).toEqual([]);
});

test.each([
	['a note and blanks', (blanks: number) => `\`\`\`sh\nls # (1)${' '.repeat(blanks)}x\n\`\`\`\n`],
	['a style of comments', (times: number) => `<p style="${'/*'.repeat(times)}">Gardé</p>\n`],
])('%s take no time', async (_, write) => {
	const began = process.cpuUsage();
	await check(`# Orders\n\n${write(1)}`, `# Commandes\n\n${write(200_000)}`);
	const { user, system } = process.cpuUsage(began);
	expect((user + system) / 1000).toBeLessThan(2_000);
});
