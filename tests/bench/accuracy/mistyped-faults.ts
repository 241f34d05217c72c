import type { Change, Edit, Fault } from './fault.ts';
import { inlineLinks } from './inline-faults.ts';
import { lineEnd } from './lines.ts';
import { ofType, type ParsedPage, topLevel, written } from './parsed-page.ts';

/** Slips of typing that make text of Markdown. */
export const mistypedFaults: readonly Fault[] = [
	{
		id: 'list-markers-glued',
		subjects: ['list'],
		effect: 'any',
		changes: ({ target }) =>
			topLevel(target, 'list').flatMap(({ node: { children } }): Change[] => {
				const edits = children.flatMap(({ position }) => glue(target, position!.start.offset!));
				return edits.length === children.length ? [{ edits }] : [];
			}),
	},
	{
		id: 'list-item-marker-glued',
		subjects: ['list'],
		effect: 'any',
		changes: ({ target }) =>
			ofType(target, 'listItem').flatMap(({ from }): Change[] => {
				const edits = glue(target, from);
				return edits.length > 0 ? [{ edits }] : [];
			}),
	},
	{
		id: 'table-rule-cut',
		subjects: ['table'],
		effect: 'any',
		changes: ({ target: { text }, target }) =>
			topLevel(target, 'table').flatMap(({ from }): Change[] => {
				const start = lineEnd(text, from);
				const cell = /^[ \t]*\|[ \t:-]+(?=\|.*\|)/.exec(text.slice(start, lineEnd(text, start)));
				return cell ? [{ edits: [{ from: start, to: start + cell[0].length, insert: '' }] }] : [];
			}),
	},
	{
		id: 'link-split',
		subjects: ['link'],
		effect: 'any',
		changes: ({ target }) =>
			inlineLinks(target).map((link) => {
				const at = link.from + written(target, link).lastIndexOf('](') + 1;
				return { edits: [{ from: at, to: at, insert: ' ' }], around: link };
			}),
	},
	{
		id: 'image-split',
		subjects: ['image'],
		effect: 'any',
		changes: ({ target }) =>
			ofType(target, 'image')
				.filter((image) => written(target, image).startsWith('![') && !isInLink(image.parents))
				.map(({ from }) => ({ edits: [{ from: from + 1, to: from + 1, insert: ' ' }] })),
	},
];

/** Takes out what stands between a marker and the words of its item. */
function glue({ text }: ParsedPage, from: number): Edit[] {
	const marker = /^((?:[-*+]|\d+[.)]))[ \t]+(?=\p{L})/u.exec(text.slice(from, from + 20));
	if (!marker) return [];
	return [{ from, to: from + marker[0].length, insert: marker[1]! }];
}

function isInLink(parents: readonly { readonly type: string }[]): boolean {
	return parents.some(({ type }) => type === 'link');
}
