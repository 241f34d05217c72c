import { codeBlocks } from './code-block.ts';
import { entriesBelow } from './entries.ts';
import type { Fault, Pair } from './fault.ts';
import { insertBlock, lineStart, removeLines } from './lines.ts';
import { topLevel, written } from './parsed-page.ts';

/** Blocks of code that are lost, gained or moved, and what stands beside the fence. */
export const codeBlockFaults: readonly Fault[] = [
	{
		id: 'code-block-dropped',
		subjects: ['code'],
		effect: 'removed',
		changes: ({ target }) =>
			topLevel(target, 'code').map((code) => ({
				edits: [removeLines(target.text, code)],
				removes: entriesBelow(target, code.node),
			})),
	},
	{
		id: 'code-block-added',
		subjects: ['code'],
		effect: 'added',
		changes: ({ target }) =>
			topLevel(target, 'paragraph').map(({ to }) => ({
				edits: [insertBlock(target.text, to, '```js\nconst open = await orders.listOpen();\n```')],
			})),
	},
	{
		id: 'code-block-moved',
		subjects: ['code', 'section'],
		effect: 'moved',
		changes: ({ target }) =>
			topLevel(target, 'code').flatMap((code) => {
				// Past a heading and a paragraph: past a heading alone, it is the heading that moved.
				const heading = topLevel(target, 'heading').find(({ from }) => from > code.to);
				const rest = topLevel(target, 'paragraph').filter(
					({ from }) => heading && from > heading.to,
				);
				return rest.slice(0, 3).map(({ to }) => ({
					edits: [
						removeLines(target.text, code),
						insertBlock(target.text, to - 1, written(target, code)),
					],
				}));
			}),
	},
	onFence('code-language-changed', (opening, lang) =>
		opening.replace(lang, lang.toLowerCase() === 'python' ? 'ruby' : 'python'),
	),
	onFence('code-language-removed', (opening) => opening.replace(/^([`~]+).*/, '$1')),
	onFence('code-title-changed', (opening) =>
		opening.replace(/(title=["'])([\w./-]+)(?=["'])/, '$1old-$2'),
	),
	onFence('code-meta-removed', (opening, lang) => opening.replace(/^([`~]+).*/, `$1${lang}`)),
	onFence('code-marked-lines-changed', (opening) =>
		opening.replace(/\{(\d+)/, (_, line) => `{${Number(line) + 1}`),
	),
	{
		id: 'code-fence-unclosed',
		subjects: ['code', 'file', 'heading', 'section'],
		effect: 'any',
		changes: ({ target: { text }, target }) =>
			codeBlocks(target).map(({ from, closing }) => ({
				edits: [removeFence(text, closing.from, closing.to)],
				around: { from, to: text.length },
			})),
	},
];

function onFence(id: string, rewrite: (opening: string, lang: string) => string): Fault {
	return {
		id,
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }: Pair) =>
			codeBlocks(target).flatMap(({ node: { lang }, opening }) => {
				if (!lang) return [];
				const insert = rewrite(opening.text, lang);
				return insert === opening.text
					? []
					: [{ edits: [{ from: opening.from, to: opening.to, insert }] }];
			}),
	};
}

function removeFence(text: string, from: number, to: number) {
	return { from: lineStart(text, from), to: Math.min(text.length, to + 1), insert: '' };
}
