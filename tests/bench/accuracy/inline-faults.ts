import { entryOf } from './entries.ts';
import type { Change, Fault, Span } from './fault.ts';
import { ofType, written, type ParsedPage, type Placed } from './parsed-page.ts';

/** Links, inline code and numbers within a text. */
export const inlineFaults: readonly Fault[] = [
	{
		id: 'link-dropped',
		subjects: ['link'],
		effect: 'removed',
		changes: ({ target: { text }, target }) =>
			inlineLinks(target).map((link) => {
				const { children } = link.node;
				const from = children[0]!.position!.start.offset!;
				const to = children.at(-1)!.position!.end.offset!;
				return {
					edits: [{ from: link.from, to: link.to, insert: text.slice(from, to) }],
					removes: [entryOf(target, link.node)!],
					around: blockOf(link),
				};
			}),
	},
	{
		id: 'link-target-changed',
		subjects: ['link'],
		effect: 'altered',
		changes: ({ target }) =>
			inlineLinks(target).flatMap((link): Change[] => {
				const span = urlSpan(target, link);
				const path = /^[^#?]*?\w(?=\.\w+(?:[#?]|$)|\/?(?:[#?]|$))/.exec(link.node.url)?.[0];
				if (!span || !path) return [];
				const at = span.from + path.length;
				return [{ edits: [{ from: at, to: at, insert: '-2' }], around: link }];
			}),
	},
	{
		id: 'link-added',
		subjects: ['link'],
		effect: 'added',
		changes: ({ target }) =>
			longWords(target).map(({ from, to }) => ({
				edits: [
					{ from, to: from, insert: '[' },
					{ from: to, to, insert: '](https://orders.example/archive)' },
				],
			})),
	},
	{
		id: 'inline-code-changed',
		subjects: ['inline-code'],
		effect: 'altered',
		changes: ({ source, target }) =>
			ofType(target, 'inlineCode').flatMap(({ node: { value }, from }): Change[] => {
				const letter = /[a-z](?=[^a-z]*$)/.exec(value);
				const isSimple = target.text.startsWith(`\`${value}\``, from);
				if (!letter || !isSimple || value.length < 3) return [];
				// With a name of the translation's own nothing can be compared.
				if (!source.text.includes(value)) return [];
				const at = from + 1 + letter.index;
				return [{ edits: [{ from: at, to: at + 1, insert: letter[0] === 'm' ? 'n' : 'm' }] }];
			}),
	},
	{
		id: 'inline-code-marks-dropped',
		subjects: ['inline-code'],
		effect: 'removed',
		changes: ({ source, target }) => {
			const ours = new Set(ofType(source, 'inlineCode').map(({ node: { value } }) => value));
			return ofType(target, 'inlineCode').flatMap((code): Change[] => {
				const { node } = code;
				// Where the source has no marks either, the translation does without them as well.
				if (!/^[\w ./:-]+$/.test(node.value) || !ours.has(node.value)) return [];
				return [
					{
						edits: [{ from: code.from, to: code.to, insert: node.value }],
						removes: [entryOf(target, node)!],
						around: blockOf(code),
					},
				];
			});
		},
	},
	{
		id: 'number-changed',
		subjects: ['number'],
		effect: 'words',
		changes: ({ source, target }) =>
			ofType(target, 'text').flatMap((text): Change[] =>
				[...target.text.slice(text.from, text.to).matchAll(NUMBER)].flatMap(
					({ index, 0: number }) => {
						// What the source has in words cannot be compared.
						if (!new RegExp(`(?<!\\d)${number}(?!\\d)`).test(source.text)) return [];
						const from = text.from + index;
						const insert = String(Number(number) + 1);
						return { edits: [{ from, to: from + number.length, insert }], around: blockOf(text) };
					},
				),
			),
	},
];

/** Whole ones: no part of a decimal, of thousands, of a name, of a character reference or of an address. */
const NUMBER = /(?<![\p{L}\p{N}]|\d[\s.,]|:\/\/\S*|&#)\d+(?![\s.,]?\d)/gu;

/** Links written `[text](target)`. */
export function inlineLinks(page: ParsedPage) {
	return ofType(page, 'link').filter(
		(link) => /^\[[^]*\]\([^]*\)$/.test(written(page, link)) && link.node.children.length > 0,
	);
}

/** Where the target of a link stands. */
export function urlSpan(
	page: ParsedPage,
	link: Placed & { node: { url: string } },
): Span | undefined {
	const at = written(page, link).lastIndexOf(link.node.url);
	return at > 0 ? { from: link.from + at, to: link.from + at + link.node.url.length } : undefined;
}

/** The paragraph, heading or cell around something inline. */
function blockOf({ parents, node }: Placed): Span {
	const block = parents.findLast(({ type }) => /^(?:paragraph|heading|tableCell)$/.test(type));
	// Text of MDX may stand right within a component.
	const { start, end } = (block ?? node).position!;
	return { from: start.offset!, to: end.offset! };
}

/** A long word of each paragraph's own text, outside links. */
export function longWords(page: ParsedPage): Span[] {
	return ofType(page, 'text').flatMap(({ parents, from, to }): Span[] => {
		if (parents.at(-1)!.type !== 'paragraph') return [];
		const word = /(?<=\s)\p{Ll}{6,}(?=\s)/u.exec(page.text.slice(from, to));
		return word ? [{ from: from + word.index, to: from + word.index + word[0].length }] : [];
	});
}
