import { entriesBelow, surplus } from './entries.ts';
import type { Change, Fault } from './fault.ts';
import { insertBlock, removeLines } from './lines.ts';
import { topLevel, written, type ParsedPage } from './parsed-page.ts';
import { sectionsOf, type Section } from './sections.ts';
import { targetWords } from './target-words.ts';

/** Sections that are lost, gained, moved, or nested otherwise. */
export const sectionFaults: readonly Fault[] = [
	{
		id: 'section-dropped',
		subjects: ['section', 'heading'],
		effect: 'removed',
		changes: ({ target }) =>
			sectionsOf(target).map((section) => ({
				edits: [removeLines(target.text, section)],
				removes: entriesOf(target, section),
			})),
	},
	{
		id: 'section-heading-dropped',
		subjects: ['section', 'heading'],
		effect: 'removed',
		changes: ({ target }) =>
			topLevel(target, 'heading')
				.filter(({ node }) => node.depth > 1)
				.map((heading) => ({
					edits: [removeLines(target.text, heading)],
					removes: entriesBelow(target, heading.node),
				})),
	},
	{
		id: 'section-added',
		subjects: ['section', 'heading'],
		effect: 'added',
		changes: (pair) => {
			const { target } = pair;
			const words = targetWords(pair);
			if (words.length < 24) return [];
			return sectionsOf(target).map(({ heading, to }, index) => {
				const title = words.slice(index % 8, (index % 8) + 4).join(' ');
				const block = `${'#'.repeat(heading.depth)} ${title}\n\n${words.slice(8, 24).join(' ')}.`;
				const isLast = to === target.text.length;
				return {
					edits: [
						isLast ? insertBlock(target.text, to, block) : { from: to, to, insert: `${block}\n\n` },
					],
				};
			});
		},
	},
	{
		id: 'section-moved',
		subjects: ['section', 'heading'],
		effect: 'moved',
		changes: ({ target }) => {
			const sections = sectionsOf(target);
			return sections.flatMap((first): Change[] => {
				const second = sections.find(
					({ from, heading }) => from === first.to && heading.depth === first.heading.depth,
				);
				if (!second || !differ(target, first, second)) return [];
				const [a, b] = [written(target, first), written(target, second)];
				const insert = `${b.trimEnd()}\n\n${a.trimEnd()}\n\n`;
				return [{ edits: [{ from: first.from, to: second.to, insert }] }];
			});
		},
	},
	{
		id: 'heading-deeper',
		subjects: ['heading', 'section'],
		effect: 'altered',
		changes: ({ target }) => relevel(target, 1),
	},
	{
		id: 'heading-shallower',
		subjects: ['heading', 'section'],
		effect: 'altered',
		changes: ({ target }) => relevel(target, -1),
	},
];

function entriesOf(page: ParsedPage, { nodes }: Section): string[] {
	return nodes.flatMap((node) => entriesBelow(page, node));
}

/** Whether more than words tells two sections apart. */
function differ(page: ParsedPage, a: Section, b: Section): boolean {
	const [one, other] = [entriesOf(page, a), entriesOf(page, b)].map((entries) =>
		entries.filter((entry) => /^(?:code|link|image|inlineCode|table) ?/.test(entry)),
	) as [string[], string[]];
	return surplus(one, other).length + surplus(other, one).length > 0;
}

function relevel(page: ParsedPage, by: 1 | -1): Change[] {
	return topLevel(page, 'heading').flatMap(({ node, from }): Change[] => {
		const depth = node.depth + by;
		const isMarked = page.text.startsWith('#', from);
		if (!isMarked || node.depth === 1 || depth < 2 || depth > 6) return [];
		return [{ edits: [{ from, to: from + node.depth, insert: '#'.repeat(depth) }] }];
	});
}
