import type { Change, Control, Edit } from './fault.ts';
import { lineEnd, lineStart } from './lines.ts';
import { topLevel, wordsOf, written, type ParsedPage, type Placed } from './parsed-page.ts';
import { targetWords } from './target-words.ts';

/** Other ways to write the same blocks. */
export const blockControls: readonly Control[] = [
	control('paragraph-rewrapped', ({ target }) =>
		paragraphs(target).map(({ from, to }) => ({
			edits: [{ from, to, insert: wrap(target.text.slice(from, to), 60) }],
		})),
	),
	control('paragraph-reworded', ({ target }) =>
		paragraphs(target).flatMap((paragraph): Change[] => {
			const text = written(target, paragraph).replace(/\n/g, ' ');
			const [first, second, ...rest] = text.split(/(?<=[\p{L})][.!?]) (?=\p{Lu}\p{Ll}*\s)/u);
			if (!first || !second) return [];
			const { from, to } = paragraph;
			return [{ edits: [{ from, to, insert: [second, first, ...rest].join(' ') }] }];
		}),
	),
	control('heading-reworded', (pair) => {
		const { target } = pair;
		const words = targetWords(pair);
		if (words.length < 12 || /\]\(#|\]: #/.test(target.text)) return [];
		return topLevel(target, 'heading')
			.filter(({ node, from }) => node.depth > 1 && target.text[from] === '#')
			.filter(({ node }) => node.children.every(({ type }) => type === 'text'))
			.map(({ node, from, to }, index) => {
				const start = index % (words.length - 5);
				const title = words.slice(start, start + 4).join(' ');
				// Its id is not for readers.
				const [id = ''] = /\s*\{[^{}]*\}$/.exec(target.text.slice(from, to)) ?? [];
				return { edits: [{ from, to, insert: `${'#'.repeat(node.depth)} ${title}${id}` }] };
			});
	}),
	control('heading-underlined', ({ target }) =>
		topLevel(target, 'heading').flatMap(({ node, from, to }): Change[] => {
			const text = target.text.slice(from, to);
			if (node.depth > 2 || !text.startsWith('#')) return [];
			const words = text.replace(/^#+\s*/, '').replace(/\s+#*$/, '');
			return [{ edits: [{ from, to, insert: `${words}\n${node.depth === 1 ? '=' : '-'}---` }] }];
		}),
	),
	control('list-bullet-changed', ({ target }) =>
		topLevel(target, 'list').flatMap(({ node }) => {
			if (node.ordered) return [];
			const marker = target.text[node.children[0]!.position!.start.offset!];
			return [
				{
					edits: node.children.map(({ position }) => {
						const from = position!.start.offset!;
						return { from, to: from + 1, insert: marker === '*' ? '+' : '*' };
					}),
				},
			];
		}),
	),
	control('list-numbers-all-one', ({ target }) =>
		topLevel(target, 'list').flatMap(({ node }) => {
			if (!node.ordered) return [];
			return [
				{
					edits: node.children.map(({ position }) => {
						const from = position!.start.offset!;
						const [digits] = /^\d+/.exec(target.text.slice(from, from + 10))!;
						return { from, to: from + digits.length, insert: '1' };
					}),
				},
			];
		}),
	),
	control('table-cells-padded', ({ target }) =>
		topLevel(target, 'table').flatMap((table) => {
			const text = written(target, table);
			if (/`[^`\n]*\|[^`\n]*`|\\\|/.test(text)) return [];
			const insert = text.replace(/ \| /g, '   |  ');
			return [{ edits: [{ from: table.from, to: table.to, insert }] }];
		}),
	),
	control('blank-lines-added', ({ target: { text }, target }) =>
		paragraphs(target).map(({ to }) => insertAt(lineEnd(text, to - 1), '\n\n')),
	),
	control('trailing-spaces-added', ({ target: { text }, target }) =>
		topLevel(target, 'paragraph').map(({ to }) =>
			insertAt(
				text[lineEnd(text, to - 1) - 1] === '\n' ? lineEnd(text, to - 1) - 1 : text.length,
				'  ',
			),
		),
	),
	control('spacer-added', ({ target: { text }, target }) =>
		paragraphs(target).map(({ to }) => insertAt(lineEnd(text, to - 1), '\n<br/><br/>\n')),
	),
	control('comment-added', ({ target: { text }, target }) =>
		paragraphs(target).map(({ from }) =>
			insertAt(lineStart(text, from), '<!-- orders: keep this word as it is -->\n\n'),
		),
	),
	control('line-ends-crlf', ({ target: { text } }) => [
		{ edits: [{ from: 0, to: text.length, insert: text.replaceAll('\n', '\r\n') }] },
	]),
	control('byte-order-mark-added', () => [insertAt(0, '\ufeff')]),
];

function control(id: string, changes: Control['changes']): Control {
	return { id, effect: 'same', changes };
}

function insertAt(offset: number, insert: string): Change {
	const edit: Edit = { from: offset, to: offset, insert };
	return { edits: [edit] };
}

/** Paragraphs of prose with no hard breaks. */
function paragraphs(page: ParsedPage): Placed[] {
	return topLevel(page, 'paragraph').filter(
		({ node }) =>
			node.children.every(({ type }) => type !== 'break' && type !== 'html' && type !== 'image') &&
			(wordsOf(node).match(/\p{L}{2,}/gu)?.length ?? 0) >= 8,
	);
}

/** Breaks lines at spaces; spaces within links and inline code may become breaks too. */
function wrap(text: string, width: number): string {
	const lines = [''];
	for (const word of text.split(/[ \n]+/)) {
		const line = lines.at(-1)!;
		if (line && line.length + word.length >= width) lines.push(word);
		else lines[lines.length - 1] = line ? `${line} ${word}` : word;
	}
	return lines.join('\n');
}
