import fc from 'fast-check';
import { markdownToMdast, type MdastNode } from 'satteri';
import { expect, test } from 'vitest';
import { FEATURES } from '../../../src/checker/markdown-tree.ts';
import { applied, findingsIn } from './repair.ts';

const word = fc.constantFrom(
	...['commande', "l'ordre", 'l’état', 'Qué', 'não', 'à', 'et', 'y', 'e', 'The', '👩‍🚀', 'é', 'API'],
	...['50', '6.7', '1 500', '24.10', '10:30', '%', 'ms', 's', 'Mo', '20 Novembre 2026'],
);
const mark = fc.constantFrom(
	...[':', ';', '!', '?', '?!', '...', '…', ',', '.', '«', '»', '“', '”', '"', '"', "'", '’'],
	...[
		'¿',
		'¡',
		'(',
		')',
		'[',
		']',
		'-',
		'–',
		'/',
		'\\:',
		'\\"',
		'&nbsp;',
		'&',
		'\\',
		'{',
		'}',
		'=',
		'|',
	],
);
const space = fc.constantFrom(
	'',
	'',
	' ',
	' ',
	'  ',
	'\t',
	'\u00A0',
	'\u202F',
	'\n',
	'\n> ',
	'\r\n',
);
const markup = fc.constantFrom(
	...[
		'**',
		'*',
		'_',
		'`',
		'~~',
		'`a ? b`',
		'[a](b ? c)',
		'![a : b](c "d ?")',
		'<b>',
		'</b>',
		'<br>',
	],
	...[
		'<!-- a ? -->',
		'https://orders.example/?a',
		'<https://orders.example>',
		'[^1]',
		':smile:',
		'[',
		'](a)',
	],
);
const text = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: word },
			{ weight: 4, arbitrary: mark },
			{ weight: 5, arbitrary: space },
			markup,
		),
		{
			minLength: 1,
			maxLength: 30,
		},
	)
	.map((parts) => parts.join(''));
const block = fc.oneof(
	{ weight: 3, arbitrary: text },
	...['# ', '- ', '> ', '1. ', '> [!NOTE] ', '    ', '::: tip '].map((opening) =>
		text.map((words) => opening + words),
	),
	text.map(
		(words) =>
			`| ${words.replace(/[\r\n]/g, '')} | b |\n| --- | --- |\n| ${words.replace(/[\r\n]/g, '')} | c |`,
	),
	text.map((words) => '```js\n' + words + '\n```'),
);
const page = fc.array(block, { minLength: 1, maxLength: 4 }).map((blocks) => blocks.join('\n\n'));
const locale = fc.constantFrom('fr', 'es', 'es-MX', 'pt-BR');

/** Letters and digits, which no rule may touch. */
function words(written: string): string {
	return written.replace(/nbsp|[^\p{L}\p{M}\p{N}]/gu, '');
}

/** What the page is made of, but for its words. */
function skeleton(written: string): string {
	const visit = (node: MdastNode): string => {
		const children =
			'children' in node ? node.children.map(visit).filter((each) => !each.startsWith('text')) : [];
		return children.length > 0 ? `${node.type}(${children.join(' ')})` : node.type;
	};
	return visit(markdownToMdast(written, { features: FEATURES }));
}

test('repairs keep words and Markdown, and leave nothing to repair', async () => {
	await fc.assert(
		fc.asyncProperty(locale, page, async (tag, written) => {
			const mended = applied(written, await findingsIn(tag, written));
			expect(words(mended)).toBe(words(written));
			expect(skeleton(mended)).toBe(skeleton(written));
			const left = await findingsIn(tag, mended);
			expect(left.filter(({ replacements }) => replacements)).toEqual([]);
		}),
		{ numRuns: 500 },
	);
});
