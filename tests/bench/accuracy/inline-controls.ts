import type { Change, Control, Pair } from './fault.ts';
import { inlineLinks } from './inline-faults.ts';
import { ofType, written, type ParsedPage } from './parsed-page.ts';

/** Other ways to write the same words, links and marks. */
export const inlineControls: readonly Control[] = [
	control('emphasis-mark-changed', ({ target }) =>
		(['emphasis', 'strong'] as const).flatMap((type) =>
			ofType(target, type).flatMap((mark): Change[] => {
				const text = written(target, mark);
				const size = type === 'strong' ? 2 : 1;
				const other = text.startsWith('_') ? '*' : '_';
				const insert = other.repeat(size) + text.slice(size, -size) + other.repeat(size);
				return [{ edits: [{ from: mark.from, to: mark.to, insert }] }];
			}),
		),
	),
	control('link-as-reference', ({ target: { text }, target }) =>
		inlineLinks(target).flatMap(({ node, to }): Change[] => {
			const end = node.children.at(-1)!.position!.end.offset!;
			if (node.title || text[end] !== ']' || /[\s()<>]/.test(node.url)) return [];
			const last = text.length;
			return [
				{
					edits: [
						{ from: end + 1, to, insert: '[orders-page]' },
						{ from: last, to: last, insert: `\n\n[orders-page]: ${node.url}\n` },
					],
				},
			];
		}),
	),
	{
		id: 'link-with-locale',
		effect: 'altered',
		changes: ({ target, targetLang }) =>
			inlineLinks(target).flatMap((link): Change[] => {
				const { url } = link.node;
				const prefix = `/${targetLang.toLowerCase()}`;
				if (!/^\/\w/.test(url) || url.startsWith(`${prefix}/`)) return [];
				const at = link.from + written(target, link).lastIndexOf(url);
				return [{ edits: [{ from: at, to: at, insert: prefix }] }];
			}),
	},
	inText('character-escaped', /(?<=\S)[)!](?=\s)/, (sign) => `\\${sign}`),
	inText('character-as-entity', /[’«»–—…]/, (sign) => ENTITIES[sign]!),
	inText('spaces-no-break', /[ \u202f](?=[:»])|(?<=«)[ \u202f]/, () => '\u00a0'),
	inText('spaces-narrow-no-break', /[ \u00a0](?=[;!?])/, () => '\u202f'),
];

const ENTITIES: Readonly<Record<string, string>> = {
	'’': '&rsquo;',
	'«': '&laquo;',
	'»': '&raquo;',
	'–': '&ndash;',
	'—': '&mdash;',
	'…': '&hellip;',
};

function control(id: string, changes: Control['changes']): Control {
	return { id, effect: 'same', changes };
}

/** Rewrites the first match in each piece of text in a paragraph. */
function inText(id: string, pattern: RegExp, rewrite: (sign: string) => string): Control {
	return control(id, ({ target }: Pair) =>
		texts(target).flatMap(({ from, to }): Change[] => {
			const match = pattern.exec(target.text.slice(from, to));
			if (!match) return [];
			const at = from + match.index;
			return [{ edits: [{ from: at, to: at + match[0].length, insert: rewrite(match[0]) }] }];
		}),
	);
}

function texts(page: ParsedPage) {
	return ofType(page, 'text').filter(({ parents }) => parents.at(-1)!.type === 'paragraph');
}
