import type { MdastNode } from 'satteri';
import { codeBlocks, commentOf } from './code-block.ts';
import type { Change, Fault, Pair } from './fault.ts';
import { ofType, topLevel, wordsOf, written, type ParsedPage, type Placed } from './parsed-page.ts';

/** Words of the source where the translation's should stand. */
export const untranslatedFaults: readonly Fault[] = [
	untranslated('untranslated-paragraph', 8, (page) => topLevel(page, 'paragraph')),
	{
		id: 'untranslated-sentence',
		subjects: ['untranslated'],
		effect: 'words',
		changes: (pair) =>
			matches(pair, (page) => topLevel(page, 'paragraph')).flatMap(([own, theirs]): Change[] => {
				const [sentences, others] = [
					sentencesIn(pair.target, own),
					sentencesIn(pair.source, theirs),
				];
				if (sentences.length < 2 || sentences.length !== others.length) return [];
				return sentences.flatMap(({ from, text }, index): Change[] => {
					const insert = others[index]!.text;
					const words = lettersOf(insert);
					if (words.length < 8 || !differ(words, lettersOf(text))) return [];
					return [{ edits: [{ from, to: from + text.length, insert }] }];
				});
			}),
	},
	untranslated('untranslated-heading', 3, (page) =>
		topLevel(page, 'heading').filter(({ from }) => page.text[from] === '#'),
	),
	untranslated('untranslated-list-item', 8, (page) =>
		ofType(page, 'paragraph').filter(({ parents }) => parents.at(-1)!.type === 'listItem'),
	),
	untranslated('untranslated-quote', 8, (page) => topLevel(page, 'blockquote')),
	{
		id: 'untranslated-value',
		subjects: ['untranslated'],
		effect: 'altered',
		changes: ({ source, target }) => {
			const theirs = new Map(valuesIn(source).map(({ key, text }) => [key, text]));
			return valuesIn(target).flatMap(({ key, from, text }): Change[] => {
				const insert = theirs.get(key) ?? '';
				const words = lettersOf(insert);
				if (words.length < 5 || !differ(words, lettersOf(text))) return [];
				return [{ edits: [{ from, to: from + text.length, insert }] }];
			});
		},
	},
	{
		id: 'untranslated-image-description',
		subjects: ['untranslated'],
		effect: 'words',
		changes: (pair) =>
			matches(pair, (page) => ofType(page, 'image')).flatMap(([own, theirs]): Change[] => {
				const [text, insert] = [own, theirs].map(({ node }) => node.type === 'image' && node.alt);
				if (!text || !insert || !written(pair.target, own).startsWith(`![${text}](`)) return [];
				if (lettersOf(insert).length < 5 || !differ(lettersOf(insert), lettersOf(text))) return [];
				const from = own.from + 2;
				return [{ edits: [{ from, to: from + text.length, insert }] }];
			}),
	},
	{
		id: 'untranslated-code-comment',
		subjects: ['untranslated', 'code'],
		effect: 'altered',
		changes: ({ source, target }) => {
			const theirs = codeBlocks(source);
			return codeBlocks(target).flatMap(({ family, lines }, index) => {
				const block = theirs[index];
				if (block?.lines.length !== lines.length) return [];
				return lines.flatMap((line, row): Change[] => {
					const [own, other] = [commentOf(line, family), commentOf(block.lines[row]!, family)];
					if (!own || !other || own.words === other.words || other.words.split(' ').length < 5)
						return [];
					return [{ edits: [{ from: own.from, to: own.to, insert: other.words }] }];
				});
			});
		},
	},
];

function untranslated(
	id: string,
	minimum: number,
	find: (page: ParsedPage) => readonly Placed[],
): Fault {
	return {
		id,
		subjects: ['untranslated'],
		effect: 'words',
		changes: (pair) =>
			matches(pair, find).flatMap(([own, theirs]): Change[] => {
				const words = proseOf(theirs.node);
				if (words.length < minimum || !differ(words, proseOf(own.node))) return [];
				const isFlat = own.node.type === 'paragraph' && own.parents.length > 1;
				const text = written(pair.source, theirs);
				const insert = isFlat ? text.replace(/\s*\n\s*/g, ' ') : text;
				return [{ edits: [{ from: own.from, to: own.to, insert }] }];
			}),
	};
}

/** Plain sentences of a paragraph, from a capital on: `Node.js` and `e.g.` have full stops as well. */
function sentencesIn(page: ParsedPage, paragraph: Placed): { from: number; text: string }[] {
	const text = written(page, paragraph);
	if (/[`[\]<>*_]/.test(text)) return [];
	const sentences = text.matchAll(/(?<=^|[.!?]\s+)\p{Lu}[^]*?[.!?]+(?=\s+\p{Lu}|\s*$)/gu);
	return [...sentences].map(({ index, 0: sentence }) => ({
		from: paragraph.from + index,
		text: sentence,
	}));
}

/** What readers see of front matter, where it stands on one line. */
function valuesIn({ text }: ParsedPage): { key: string; from: number; text: string }[] {
	const head = /^---\r?\n[^]*?\n---/.exec(text)?.[0] ?? '';
	const values = head.matchAll(/^(title|description):[ \t]+(\S.*\S)/gm);
	return [...values].map(({ index, 0: line, 1: key, 2: value }) => ({
		key: key!,
		from: index + line.length - value!.length,
		text: value!,
	}));
}

function lettersOf(text: string): string[] {
	return text.match(/\p{L}{2,}/gu) ?? [];
}

/** Words outside code. */
function proseOf(node: MdastNode): string[] {
	if (node.type === 'text') return lettersOf(wordsOf(node));
	return 'children' in node ? node.children.flatMap(proseOf) : [];
}

/** Whether most of the words are others: names and quotations are the same in any language. */
function differ(words: readonly string[], others: readonly string[]): boolean {
	const known = new Set(others);
	return words.filter((word) => !known.has(word)).length > words.length / 2;
}

/** Blocks of both pages one by one, where there are as many in each. */
function matches(
	{ source, target }: Pair,
	find: (page: ParsedPage) => readonly Placed[],
): [own: Placed, theirs: Placed][] {
	const [own, theirs] = [find(target), find(source)];
	return own.length === theirs.length ? own.map((block, index) => [block, theirs[index]!]) : [];
}
