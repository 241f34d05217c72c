import type { MdastNode } from 'satteri';
import { entriesBelow } from './entries.ts';
import type { Change, Fault } from './fault.ts';
import { insertBlock, lineEnd, lineStart, removeInnerLines, removeLines } from './lines.ts';
import { ofType, topLevel, written, type ParsedPage, type Placed } from './parsed-page.ts';

/** Paragraphs, lists, tables, quotations, callouts, images and components. */
export const blockFaults: readonly Fault[] = [
	dropped('paragraph-dropped', ['paragraph'], (page) => textParagraphs(page)),
	{
		id: 'paragraph-added',
		subjects: ['paragraph'],
		effect: 'added',
		changes: ({ target }) =>
			textParagraphs(target).map((paragraph) => ({
				edits: [insertBlock(target.text, paragraph.to - 1, written(target, paragraph))],
				around: paragraph,
			})),
	},
	{
		id: 'list-item-dropped',
		subjects: ['list'],
		effect: 'removed',
		changes: ({ target }) =>
			items(target).map((item) => ({
				edits: [removeInnerLines(target.text, item)],
				removes: entriesBelow(target, item.node),
			})),
	},
	{
		id: 'list-item-added',
		subjects: ['list'],
		effect: 'added',
		changes: ({ target: { text }, target }) =>
			items(target).map(({ from, to }) => {
				const at = lineEnd(text, to - 1);
				const insert = text.slice(lineStart(text, from), at);
				return { edits: [{ from: at, to: at, insert }], around: { from, to } };
			}),
	},
	{
		id: 'list-kind-changed',
		subjects: ['list'],
		effect: 'altered',
		changes: ({ target: { text }, target }) =>
			topLevel(target, 'list').map(({ node }) => ({
				edits: node.children.map(({ position }) => {
					const from = position!.start.offset!;
					const marker = /^(?:[-*+]|\d+[.)])/.exec(text.slice(from, from + 12))![0];
					return { from, to: from + marker.length, insert: node.ordered ? '-' : '1.' };
				}),
			})),
	},
	{
		id: 'table-row-dropped',
		subjects: ['table'],
		effect: 'removed',
		changes: ({ target }) =>
			ofType(target, 'tableRow')
				.filter(({ node, parents }) => {
					const rows = (parents.at(-1) as { children: unknown[] }).children;
					return rows.length > 2 && rows[0] !== node;
				})
				.map((row) => ({
					edits: [removeInnerLines(target.text, row)],
					removes: entriesBelow(target, row.node),
				})),
	},
	{
		id: 'table-column-dropped',
		subjects: ['table'],
		effect: 'removed',
		changes: ({ target }) =>
			topLevel(target, 'table').flatMap((table) => dropColumn(target, table)),
	},
	dropped('quote-dropped', ['quote'], (page) =>
		topLevel(page, 'blockquote').filter((quote) => !ALERT.test(written(page, quote))),
	),
	dropped('callout-dropped', ['callout'], callouts),
	{
		id: 'callout-kind-changed',
		subjects: ['callout'],
		effect: 'altered',
		changes: ({ target: { text }, target }) =>
			callouts(target).flatMap(({ from }): Change[] => {
				const [line] = text.slice(from).split('\n', 1);
				const name = /^(:{3,}|> *\[!)(\w+)/.exec(line!);
				if (!name) return [];
				const at = from + name[1]!.length;
				const insert = name[2]!.toLowerCase() === 'tip' ? 'note' : 'tip';
				const cased = name[1]!.startsWith('>') ? insert.toUpperCase() : insert;
				return [{ edits: [{ from: at, to: at + name[2]!.length, insert: cased }] }];
			}),
	},
	{
		id: 'image-dropped',
		subjects: ['image'],
		effect: 'removed',
		changes: ({ target }) =>
			ofType(target, 'image').map((image) => {
				const parent = image.parents.at(-1)!;
				const isAlone =
					parent.type === 'paragraph' && parent.children.length === 1 && image.parents.length === 2;
				return isAlone
					? { edits: [removeLines(target.text, image)], removes: entriesBelow(target, parent) }
					: { edits: [{ from: image.from, to: image.to, insert: '' }] };
			}),
	},
	{
		id: 'image-target-changed',
		subjects: ['image'],
		effect: 'altered',
		changes: ({ target }) =>
			ofType(target, 'image').flatMap((image): Change[] => {
				const at = image.from + written(target, image).lastIndexOf(image.node.url);
				const dot = at + image.node.url.lastIndexOf('.');
				return at < image.from || dot < at
					? []
					: [{ edits: [{ from: dot, to: dot, insert: '-old' }] }];
			}),
	},
	{
		id: 'component-dropped',
		subjects: ['component'],
		effect: 'removed',
		changes: ({ target }) =>
			htmlComponents(target).map((span) => ({ edits: [removeLines(target.text, span)] })),
	},
	{
		...dropped('component-mdx-dropped', ['component'], (page) =>
			topLevel(page, 'mdxJsxFlowElement'),
		),
		on: 'mdx',
	},
];

const ALERT = /^>\s*\[!\w+\]/;

function dropped(
	id: string,
	subjects: readonly string[],
	find: (page: ParsedPage) => readonly Placed[],
): Fault {
	return {
		id,
		subjects,
		effect: 'removed',
		changes: ({ target }) =>
			find(target).map((block) => ({
				edits: [removeLines(target.text, block)],
				removes: entriesBelow(target, block.node),
			})),
	};
}

/** Paragraphs that say something: neither images alone nor spacers. */
function textParagraphs(page: ParsedPage): Placed[] {
	return topLevel(page, 'paragraph').filter(({ node }) =>
		node.children.some((child) => child.type === 'text' && /\p{L}{2}/u.test(child.value)),
	);
}

/** Items that are not alone in their list and begin and end on lines of their own. */
function items(page: ParsedPage): Placed[] {
	return ofType(page, 'listItem').filter(
		({ node, parents, from }) =>
			(parents.at(-1) as { children: readonly MdastNode[] }).children.length > 1 &&
			page.text.slice(lineStart(page.text, from), from).trim() === '' &&
			node.children.length > 0,
	);
}

function callouts(page: ParsedPage): Placed[] {
	return [
		...topLevel(page, 'containerDirective'),
		...topLevel(page, 'blockquote').filter((quote) => ALERT.test(written(page, quote))),
	];
}

/** Takes the last column out; pipes within cells keep a table from being chosen. */
function dropColumn(page: ParsedPage, table: Placed): Change[] {
	const text = written(page, table);
	const rows = text.split('\n').map((row) => row.trim().replace(/^\|/, '').replace(/\|$/, ''));
	const columns = rows[0]!.split('|').length;
	if (columns < 3 || text.includes('\\|') || rows.some((row) => row.split('|').length !== columns))
		return [];
	const cells = (table.node as { children: { children: MdastNode[] }[] }).children;
	const insert = rows.map((row) => `|${row.split('|').slice(0, -1).join('|')}|`).join('\n');
	return [
		{
			edits: [{ from: table.from, to: table.to, insert }],
			removes: cells.flatMap(({ children }) => entriesBelow(page, children.at(-1)!)),
		},
	];
}

/** From an opening tag on a line of its own to the closing one. */
function htmlComponents(page: ParsedPage): { from: number; to: number }[] {
	const blocks = topLevel(page, 'html');
	return blocks.flatMap(({ from, node }, index) => {
		const name = /^<(details|figure|video|table|div)\b/.exec(node.value)?.[1];
		if (!name) return [];
		const close = blocks.slice(index).find(({ node: { value } }) => value.includes(`</${name}>`));
		return close ? [{ from, to: close.to }] : [];
	});
}
