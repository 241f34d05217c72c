import { codeBlocks, isProgram, type CodeBlock, type CodeLine } from './code-block.ts';
import type { Change, Fault } from './fault.ts';
import { lineEnd } from './lines.ts';
import type { ParsedPage } from './parsed-page.ts';

/** Code that differs by a word, a sign or a line. */
export const codeLineFaults: readonly Fault[] = [
	onPlainLines('code-identifier-changed', (line) =>
		[...line.matchAll(/(?<![\w$.-])[a-z][a-zA-Z]{3,}(?![\w$-])/g)]
			.filter(([word]) => !KEYWORDS.has(word))
			.map(({ 0: word, index }) => replaceAt(line, index, word, otherEnd(word))),
	),
	onPlainLines('code-operator-changed', (line) =>
		OPERATORS.flatMap(([from, to]) =>
			line.trim().split(` ${from} `).length === 2 ? line.replace(` ${from} `, ` ${to} `) : [],
		),
	),
	onPlainLines('code-number-changed', (line) =>
		[...line.matchAll(/(?<![\w.-])\d+(?![\w.])/g)].map(({ 0: number, index }) =>
			replaceAt(line, index, number, String(Number(number) + 1)),
		),
	),
	onPlainLines('code-keyword-changed', (line) =>
		WORDS.flatMap(([from, to]) => {
			const match = new RegExp(`(?<![\\w.$-])${from}(?![\\w:-])`).exec(line);
			return match ? replaceAt(line, match.index, from, to) : [];
		}),
	),
	{
		id: 'code-string-value-changed',
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }) =>
			programLines(target).flatMap((line) => changeString(line, /^[a-z][\w-]{2,}$/)),
	},
	{
		id: 'code-string-text-changed',
		subjects: ['code'],
		severity: 'warning',
		effect: 'altered',
		changes: ({ target }) =>
			programLines(target).flatMap((line) =>
				changeString(line, /^\p{L}[\p{L}’,]*(?: [\p{L}’,]+)+[.!]?$/u),
			),
	},
	{
		id: 'code-line-dropped',
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target: { text }, target }) =>
			plainLines(target).map(({ from, to }) => ({
				edits: [{ from: startOf(text, from), to: lineEnd(text, to), insert: '' }],
			})),
	},
	{
		id: 'code-line-added',
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target).flatMap(({ family, lines }) =>
				lines
					.filter(({ isPlain }) => isPlain)
					.map(({ to, text }) => {
						const indent = /^\s*/.exec(text)![0];
						return addLine(to, indent + ADDED[family]);
					}),
			),
	},
	{
		id: 'code-line-duplicated',
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }) =>
			plainLines(target).map((line) => ({ ...addLine(line.to, line.text), around: line })),
	},
	{
		id: 'code-lines-swapped',
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target).flatMap(({ lines }) =>
				lines.slice(1).flatMap((line, index): Change[] => {
					const before = lines[index]!;
					if (!line.isPlain || !before.isPlain || line.text.trim() === before.text.trim())
						return [];
					// Either line may count as dropped from its place, and that lies between its neighbours.
					const [above, below] = [lines[index - 1] ?? before, lines[index + 2] ?? line];
					return [
						{
							edits: [{ from: before.from, to: line.to, insert: `${line.text}\n${before.text}` }],
							around: { from: above.from, to: below.to },
						},
					];
				}),
			),
	},
];

const KEYWORDS = new Set(
	'const await async return function import from export default class else this throw while break case typeof yield true false null undefined then done echo'.split(
		' ',
	),
);
const OPERATORS = [
	['===', '!=='],
	['!==', '==='],
	['&&', '||'],
	['||', '&&'],
	['??', '||'],
	['>=', '>'],
	['>', '>='],
	['+', '-'],
	['-', '+'],
	['*', '/'],
] as const;
const WORDS = [
	['const', 'var'],
	['let', 'var'],
	['await ', ''],
	['async ', ''],
	['true', 'false'],
	['false', 'true'],
	['while', 'if'],
	['if', 'while'],
	['import', 'export'],
	['throw', 'return'],
] as const;
const ADDED = {
	slash: 'orders.flush();',
	hash: 'sync_orders 3',
	data: 'retries: 3,',
	unknown: 'retries 3',
} as const;

function onPlainLines(id: string, variants: (line: string) => readonly string[]): Fault {
	return {
		id,
		subjects: ['code'],
		effect: 'altered',
		changes: ({ target }) =>
			codeBlocks(target)
				.filter(({ family }) => family !== 'unknown')
				.filter((block) => block.family === 'data' || isProgram(block))
				.flatMap(({ lines }) => lines.filter(({ isPlain }) => isPlain))
				.flatMap(({ from, to, text }) =>
					variants(text).map((insert) => ({ edits: [{ from, to, insert }] })),
				),
	};
}

function replaceAt(line: string, index: number, from: string, to: string): string {
	return line.slice(0, index) + to + line.slice(index + from.length);
}

/** `otherEnd('session')` => `'sessiom'` */
function otherEnd(word: string): string {
	const last = word.at(-1)!;
	return word.slice(0, -1) + (last === 'm' ? 'n' : 'm');
}

function plainLines(page: ParsedPage): CodeLine[] {
	return codeBlocks(page).flatMap((block: CodeBlock) => {
		const isRisky = block.family !== 'data' && block.family !== 'unknown' && !isProgram(block);
		return isRisky ? [] : block.lines.filter(({ isPlain }) => isPlain);
	});
}

function programLines(page: ParsedPage): CodeLine[] {
	return codeBlocks(page)
		.filter(({ family }) => family === 'slash')
		.filter(isProgram)
		.flatMap(({ lines }) => lines.filter(({ isInLiteral }) => !isInLiteral));
}

/** Changes the first word of strings that look like `pattern`, on lines with no comment. */
function changeString({ from, text }: CodeLine, pattern: RegExp): Change[] {
	if (/(?:^|\s)\/\/|\/\*|^\s*\*|`/.test(text)) return [];
	return [...text.matchAll(/(['"])((?:(?!\1|\\).)*)\1/g)].flatMap(({ 2: value = '', index }) => {
		if (!pattern.test(value)) return [];
		const [word] = value.split(/[ ,.!]/, 1);
		const at = from + index + 1;
		return [{ edits: [{ from: at, to: at + word!.length, insert: `${word!}s` }] }];
	});
}

function addLine(behind: number, line: string): Change {
	return { edits: [{ from: behind + 1, to: behind + 1, insert: `${line}\n` }] };
}

function startOf(text: string, offset: number): number {
	return text.lastIndexOf('\n', offset - 1) + 1;
}
