import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/checker/check.ts';
import type { Finding } from '../../src/checker/finding.ts';
import type { Range } from '../../src/checker/place.ts';
import { defaultPolicy } from '../../src/checker/policy.ts';
import { decode } from '../../src/corpus/decode.ts';
import { json } from '../../src/reporters/json.ts';

const checker = createChecker({
	sourceLocale: 'en',
	tags: (locale) => [locale.toLowerCase()],
	policy: defaultPolicy,
	severities: {},
	today: '2026-11-21',
});

type Extension = 'md' | 'mdx';

function check(source: string, target: string, extension: Extension = 'md'): Promise<Finding[]> {
	const page = `orders.${extension}`;
	return checker.checkPage({
		source: { path: `en/${page}`, page, locale: 'en', text: source },
		targets: [{ path: `fr/${page}`, page, locale: 'fr', text: target }],
	});
}

const word = fc.constantFrom(
	...[
		'order',
		'upload',
		'session',
		'stockage',
		'réponse',
		'não',
		'Größe',
		'注文',
		'заказ',
		'👩‍🚀',
		'API',
	],
);
const prose = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const inline = fc.oneof(
	{ weight: 4, arbitrary: prose },
	prose.map((text) => `[${text}](/orders#keep)`),
	prose.map((text) => `[${text}](https://orders.example/fr/a?b=1&c=2)`),
	prose.map((text) => `![${text}](/store.png)`),
	fc.constantFrom('`keep(order)`', '**bold**', '*kept*', '&amp;', '<br>', '<b>x</b>', ':smile:'),
	fc.constantFrom('[ref][orders]', '[^1]', 'https://orders.example', 'a\\*b', '{{< badge >}}'),
);
const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' '));

const block = fc.oneof(
	{ weight: 4, arbitrary: line },
	fc
		.tuple(fc.integer({ min: 1, max: 6 }), line)
		.map(([level, text]) => `${'#'.repeat(level)} ${text}`),
	fc
		.array(line, { minLength: 1, maxLength: 4 })
		.map((lines) => lines.map((each) => `- ${each}`).join('\n')),
	fc
		.array(line, { minLength: 1, maxLength: 4 })
		.map((lines) => lines.map((each, index) => `${'   '.repeat(index)}1. ${each}`).join('\n')),
	fc
		.tuple(
			fc.constantFrom(
				'js',
				'ts',
				'sh',
				'yaml',
				'json',
				'sql',
				'md',
				'diff',
				'mermaid',
				'',
				'nonsense',
				'{note}',
			),
			fc.array(prose, { maxLength: 4 }),
		)
		.map(([language, lines]) => `\`\`\`${language}\n${lines.join(' = 1; // ')}\n\`\`\``),
	fc
		.array(prose, { minLength: 1, maxLength: 4 })
		.map(
			(cells) => `| a | b |\n| - | :-: |\n${cells.map((cell) => `| ${cell} | \`x\` |`).join('\n')}`,
		),
	line.map((text) => `> ${text}\n>\n> > ${text}`),
	line.map((text) => `> [!WARNING]\n> ${text}`),
	line.map((text) => `:::note[${text}]\n\n${text}\n\n:::`),
	line.map((text) => `!!! tip "Keep"\n    ${text}\n\n    - ${text}`),
	line.map((text) => `<details>\n<summary>${text}</summary>\n\n${text}\n\n</details>`),
	line.map((text) => `    ${text}`),
	line.map((text) => `[^1]: ${text}`),
	fc.constantFrom(
		'---',
		'[orders]: /orders',
		'<!-- parity-ignore code-drift: kept -->',
		'<br/><br/>',
	),
);
const mdxBlock = fc.oneof(
	{ weight: 3, arbitrary: prose },
	prose.map((text) => `## ${text} {#kept}`),
	prose.map((text) => `<Card title="${text}" count={2}>\n\n${text}\n\n</Card>`),
	prose.map((text) => `${text} <Badge text="new" /> {1 + 1}`),
	fc.constantFrom(
		"import Card from './card.astro'",
		'export const kept = [1, 2]',
		'{/* kept */}',
		'<!-- kept -->',
	),
);
const head = fc.constantFrom(
	...['', '---\ntitle: Orders\ntags: [a, b]\norder: 1\n---\n\n', '+++\ntitle = "Orders"\n+++\n\n'],
	...['---\ntitle: a: b\n---\n\n', '---\na: &a [b]\nc: *a\n---\n\n'],
);

interface Sample {
	readonly text: string;
	readonly extension: Extension;
}

const sample: fc.Arbitrary<Sample> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.tuple(head, fc.array(block, { minLength: 1, maxLength: 10 }))
			.map(([top, blocks]) => ({
				text: `${top}${blocks.join('\n\n')}\n`,
				extension: 'md' as const,
			})),
	},
	fc.array(mdxBlock, { minLength: 1, maxLength: 8 }).map((blocks) => ({
		text: `${blocks.join('\n\n')}\n`,
		extension: 'mdx' as const,
	})),
);

const rubbish = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 20 }),
	fc.constantFrom(
		'\0',
		'\u202e',
		'\u200d',
		'\ufeff',
		'\ud800',
		'\r',
		'\t',
		'\u2028',
		'`',
		'```',
		'~~~~',
	),
	fc.constantFrom(
		'<!--',
		'-->',
		'{',
		'}',
		'<',
		'</',
		'{{<',
		'{%',
		':::',
		'>',
		'|',
		'---\n',
		'[^',
		'](',
		'*/',
	),
	fc
		.tuple(
			fc.constantFrom('> ', '- ', '[', '*', '<', '<a ', '`', '{', '_a ', '![', '    ', '\n'),
			fc.integer({ max: 400, min: 2 }),
		)
		.map(([piece, count]) => piece.repeat(count)),
);

/** Shares of the text between which something happens to it. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const harm = fc.oneof(
	fc.record({ kind: fc.constant('delete' as const), from: share, to: share }),
	fc.record({ kind: fc.constant('double' as const), from: share, to: share }),
	fc.record({ kind: fc.constant('swap' as const), from: share, to: share }),
	fc.record({ kind: fc.constant('truncate' as const), from: share }),
	fc.record({ kind: fc.constant('insert' as const), from: share, piece: rubbish }),
	fc.record({ kind: fc.constant('drop-line' as const), from: share }),
);

function mutilate(
	text: string,
	harms: readonly (typeof harm extends fc.Arbitrary<infer Harm> ? Harm : never)[],
): string {
	return harms.reduce((done, each) => {
		const at = Math.floor(each.from * done.length);
		const [from, to] =
			'to' in each
				? ([at, Math.floor(each.to * done.length)].sort((a, b) => a - b) as [number, number])
				: [at, at];
		switch (each.kind) {
			case 'delete':
				return done.slice(0, from) + done.slice(to);
			case 'double':
				return done.slice(0, to) + done.slice(from);
			case 'swap':
				return done.slice(to) + done.slice(from, to) + done.slice(0, from);
			case 'truncate':
				return done.slice(0, at);
			case 'insert':
				return done.slice(0, at) + each.piece + done.slice(at);
			case 'drop-line': {
				const lines = done.split('\n');
				return lines.toSpliced(Math.floor(each.from * lines.length), 1).join('\n');
			}
		}
	}, text);
}

const mutilated = fc
	.record({ sample, harms: fc.array(harm, { minLength: 1, maxLength: 4 }) })
	.map(({ sample: { text, extension }, harms }) => ({
		text,
		extension,
		broken: mutilate(text, harms),
	}));

/** Texts as they come from files: no byte order mark, no half of a character. */
function asRead(text: string): string {
	return decode(Buffer.from(text)).text;
}

/**
 * Whether a range lies within a text. A title that was rewritten may end a column behind its line,
 * and a fence that was closed for the comparison on a blank line.
 */
function isWithin({ start, end }: Range, text: string): boolean {
	const lines = text.split(/\r\n?|\n/);
	const isPlace = ({ line, column }: Range['start'], surplus: number): boolean =>
		line >= 1 &&
		line <= lines.length &&
		column >= 1 &&
		column <= lines[line - 1]!.length + 1 + surplus;
	const isForward =
		start.line < end.line || (start.line === end.line && start.column <= end.column);
	return (
		isPlace(start, 0) &&
		isPlace(end, lines[end.line - 1]?.trim() === '' ? Infinity : 1) &&
		isForward
	);
}

const settings = { seed: 20261121, numRuns: 150, verbose: fc.VerbosityLevel.None } as const;

/** What differs between a page and itself only by the checker's mistake. */
function isDifference({ ruleId }: Finding): boolean {
	return !/^(?:untranslated|file|unsafe|frontmatter-invalid)/.test(ruleId);
}

test('a page agrees with its copy', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.oneof(
				sample,
				mutilated.map(({ broken, extension }) => ({ text: broken, extension })),
			),
			async ({ text, extension }) => {
				const read = asRead(text);
				const findings = await check(read, read, extension);
				expect(findings.filter(isDifference)).toEqual([]);
			},
		),
		settings,
	);
}, 60_000);

test('every finding has its places within the files, and the order is stable', async () => {
	await fc.assert(
		fc.asyncProperty(mutilated, async ({ text, broken, extension }) => {
			const [source, target] = [asRead(text), asRead(broken)];
			const began = performance.now();
			const findings = await check(source, target, extension);
			expect(performance.now() - began).toBeLessThan(2000);
			for (const { path, range, source: related } of findings) {
				if (range)
					expect([range, isWithin(range, path.startsWith('en/') ? source : target)]).toEqual([
						range,
						true,
					]);
				if (related?.range)
					expect([related.range, isWithin(related.range, source)]).toEqual([related.range, true]);
			}
			expect(await check(source, target, extension)).toEqual(findings);
			const summary = { pages: 1, pairs: 1, errors: 0, warnings: 0 };
			const printed = JSON.parse(json({ findings, summary })) as { findings: unknown[] };
			expect(printed.findings).toHaveLength(findings.length);
		}),
		settings,
	);
}, 60_000);

test('ends of lines and further blank lines change no finding', async () => {
	const told = (findings: readonly Finding[]): string[] =>
		findings.map(({ ruleId, messageId }) => `${ruleId} ${messageId}`).sort();
	await fc.assert(
		fc.asyncProperty(
			fc.record({
				sample,
				harms: fc.array(fc.record({ kind: fc.constant('drop-line' as const), from: share }), {
					maxLength: 2,
				}),
			}),
			async ({ sample: { text, extension }, harms }) => {
				const target = mutilate(text, harms);
				const expected = told(await check(text, target, extension));
				expect(told(await check(text, target.replaceAll('\n', '\r\n'), extension))).toEqual(
					expected,
				);
				expect(told(await check(text, `${target}\n\n`, extension))).toEqual(expected);
			},
		),
		settings,
	);
}, 60_000);

describe('big pages end in time', () => {
	const pages: readonly (readonly [string, string, Extension])[] = [
		[
			'headings',
			Array.from({ length: 1000 }, (_, i) => `## Order ${i}\n\nKept in store ${i}.\n\n`).join(''),
			'md',
		],
		['items', Array.from({ length: 3000 }, (_, i) => `- order ${i}\n`).join(''), 'md'],
		['one line', 'order '.repeat(80_000), 'md'],
		['code', `\`\`\`js\n${'keep(order);\n'.repeat(20_000)}\`\`\`\n`, 'md'],
		['rows', `| a | b |\n| - | - |\n${'| order | kept |\n'.repeat(5000)}`, 'md'],
		['links', Array.from({ length: 20_000 }, (_, i) => `[order](/orders/${i}) `).join(''), 'md'],
		['quotations', '> '.repeat(200_000), 'md'],
		['items within items', '- '.repeat(200_000) + 'x', 'md'],
		['emphasis', '**a '.repeat(5000) + 'b** '.repeat(5000), 'md'],
		['elements', '<div>\n\n'.repeat(5000), 'md'],
		['comments', '<!-- '.repeat(100_000), 'md'],
		['brackets', '['.repeat(500_000), 'md'],
		['backticks', '`'.repeat(500_000), 'md'],
		['a fence of backticks', `\`\`\`\n${'`'.repeat(500_000)}x`, 'md'],
		['entities', '&amp;'.repeat(100_000), 'md'],
		['line breaks', `${'<br>  '.repeat(40)}x`, 'md'],
		['blanks', `# Orders${' '.repeat(500_000)}kept`, 'md'],
		['templates', `{{< ${'a'.repeat(500_000)}`, 'md'],
		[
			'waivers',
			`<!-- parity-ignore${' '.repeat(300_000)}x${' '.repeat(300_000)}y -->\n\nKept\n`,
			'md',
		],
		[
			'YAML',
			`---\n${Array.from({ length: 2000 }, (_, i) => `key${i}: order\n`).join('')}---\n`,
			'md',
		],
		['YAML in YAML', `---\na: ${'['.repeat(5000)}\n---\n\nKept\n`, 'md'],
		[
			'YAML aliases',
			`---\na: &a [x,x,x,x,x,x,x,x,x]\n${Array.from('bcdefghi', (key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]!}`).join()}]\n`).join('')}---\n`,
			'md',
		],
		['braces', '{'.repeat(500_000), 'mdx'],
		['expressions', '{order} '.repeat(50_000), 'mdx'],
		['components', '<Card title="kept" />\n\n'.repeat(5000), 'mdx'],
		['components within each other', '<Card>\n\n'.repeat(2000), 'mdx'],
		['components that stay open', '<Card>kept\n\n'.repeat(40_000), 'mdx'],
		['comments in MDX', '<!-- '.repeat(100_000), 'mdx'],
	];
	// A guard against hanging, far above what each page takes.
	test.each(pages)(
		'%s',
		async (_, text, extension) => {
			const third = Math.floor(text.length / 3);
			await check(text, text.slice(third), extension);
			await check(text, text.slice(0, third) + text.slice(2 * third), extension);
		},
		20_000,
	);
});
