import type { Change, Fault, Span } from './fault.ts';
import { ofType, type ParsedPage } from './parsed-page.ts';

/** The head of a page. */
export const frontmatterFaults: readonly Fault[] = [
	{
		id: 'frontmatter-key-dropped',
		subjects: ['frontmatter'],
		effect: 'altered',
		// A key of the translation alone, such as the digest of its source, is no loss.
		changes: ({ source, target }) => {
			const known = new Set(keys(source).map(({ name }) => name));
			return keys(target)
				.filter(({ name }) => known.has(name))
				.map(({ from, to, head }) => ({ edits: [{ from, to, insert: '' }], around: head }));
		},
	},
	{
		id: 'frontmatter-key-added',
		subjects: ['frontmatter'],
		effect: 'altered',
		changes: ({ target }) =>
			keys(target).map(({ to }) => ({ edits: [{ from: to, to, insert: 'shelf: orders\n' }] })),
	},
	{
		id: 'frontmatter-value-changed',
		subjects: ['frontmatter'],
		effect: 'altered',
		changes: ({ target: { text }, target }) =>
			keys(target).flatMap(({ from, to }): Change[] => {
				const value = /^[\w-]+:\s+(?:\[(?=\d))?(\d+(?![\d.:-])|true\b|false\b)/.exec(
					text.slice(from, to),
				);
				if (!value) return [];
				const word = value[1]!;
				const at = from + value[0].length - word.length;
				const insert = OPPOSITE[word] ?? String(Number(word) + 1);
				return [{ edits: [{ from: at, to: at + word.length, insert }] }];
			}),
	},
	{
		id: 'frontmatter-broken',
		subjects: ['frontmatter', 'file'],
		effect: 'altered',
		changes: ({ target }) =>
			keys(target).map(({ from, head }) => ({
				edits: [{ from, to: from, insert: 'shelves: ["orders\n' }],
				around: head,
			})),
	},
];

const OPPOSITE: Readonly<Record<string, string>> = { true: 'false', false: 'true' };

/** Top-level keys with all their lines, and the whole head. */
function keys(page: ParsedPage): (Span & { name: string; head: Span })[] {
	const [head] = ofType(page, 'yaml');
	if (!head) return [];
	const begin = page.text.indexOf('\n', head.from) + 1;
	return [...page.text.slice(begin, head.to).matchAll(/^([\w-]+):.*\n(?:[ \t].*\n)*/gm)].map(
		({ 0: lines, 1: name, index }) => ({
			name: name!,
			from: begin + index,
			to: begin + index + lines.length,
			head: { from: head.from, to: head.to },
		}),
	);
}
