import type { Code } from 'mdast';
import type { Span } from './fault.ts';
import { lineEnd } from './lines.ts';
import { ofType, type ParsedPage } from './parsed-page.ts';

/** How a language marks its comments, as far as the benchmark goes. */
export type Family = 'slash' | 'hash' | 'data' | 'unknown';

/** A fenced block, line by line. */
export interface CodeBlock extends Span {
	readonly node: Code;
	readonly family: Family;
	readonly opening: CodeLine;
	readonly lines: readonly CodeLine[];
	readonly closing: CodeLine;
}

/** A line of the page, without its line break. */
export interface CodeLine extends Span {
	readonly text: string;
	/**
	 * Neither in nor beside a string, a comment, a template or a tag, so that whatever changes here
	 * changes what the code does.
	 */
	readonly isPlain: boolean;
	/** Within a literal that runs over several lines. */
	readonly isInLiteral: boolean;
}

const FAMILIES: Readonly<Record<string, Family>> = {
	...entries(
		'slash',
		'js javascript mjs cjs jsx ts typescript tsx java go rust c cpp cs php swift',
	),
	...entries('hash', 'sh bash shell zsh console py python rb ruby dockerfile docker nginx make'),
	...entries('data', 'json jsonc json5 yaml yml toml'),
};

/** Fenced blocks that are closed, outside quotations. */
export function codeBlocks(page: ParsedPage): CodeBlock[] {
	return ofType(page, 'code').flatMap(({ node, parents, from, to }) => {
		if (parents.some(({ type }) => type === 'blockquote')) return [];
		const rows: Span[] = [];
		for (let at = from; at < to; at = lineEnd(page.text, at))
			rows.push({ from: at, to: Math.min(to, lineEnd(page.text, at) - 1) });
		const texts = rows.map((row) => page.text.slice(row.from, row.to));
		const fence = /^(?:`{3,}|~{3,})/.exec(texts[0]!)?.[0];
		if (!fence || rows.length < 2 || !texts.at(-1)!.trim().startsWith(fence)) return [];
		let isInLiteral = false;
		const lines = rows.map((row, index): CodeLine => {
			const text = texts[index]!;
			const began = isInLiteral;
			if ((text.match(/`/g)?.length ?? 0) % 2 === 1 && index > 0) isInLiteral = !isInLiteral;
			return { ...row, text, isInLiteral: began, isPlain: !began && isPlain(text) };
		});
		const family = FAMILIES[node.lang?.toLowerCase() ?? ''] ?? 'unknown';
		const inner = lines.slice(1, -1);
		return [{ node, from, to, family, opening: lines[0]!, lines: inner, closing: lines.at(-1)! }];
	});
}

/** Whether a block is in a programming language, and has no text of several lines. */
export function isProgram({ family, lines }: CodeBlock): boolean {
	return (family === 'slash' || family === 'hash') && !lines.some(hasOpenQuote);
}

/** A comment of a line: from its mark to the end of the line, where that is beyond doubt. */
export function commentOf(line: CodeLine, family: Family): (Span & { words: string }) | undefined {
	const mark = family === 'slash' ? /(?:^|\s)\/\/ (.*)$/ : /(?:^|\s)# (.*)$/;
	if (family === 'unknown' || line.isInLiteral) return undefined;
	const match = mark.exec(line.text);
	if (!match || /['"`]/.test(line.text.slice(0, match.index))) return undefined;
	const words = match[1]!.trimEnd();
	if (!/^\p{L}[\p{L} ,.'’-]*$/u.test(words) || words.split(' ').length < 2) return undefined;
	const from = line.from + line.text.lastIndexOf(match[1]!);
	return { from, to: from + words.length, words };
}

function isPlain(text: string): boolean {
	return /\w/.test(text) && !/['"`#<]|\/\/|\/\*|^\s*[*;]|\*\//.test(text);
}

/** A quotation mark that its line does not close, or a here-document. */
function hasOpenQuote({ text }: CodeLine): boolean {
	const code = text.replace(/(?:\/\/|(?:^|\s)#).*$/, '').replace(/\\./g, '');
	return /<<-?\s*['"]?\w/.test(code) || [`'`, '"'].some((q) => code.split(q).length % 2 === 0);
}

function entries(family: Family, names: string): Record<string, Family> {
	return Object.fromEntries(names.split(' ').map((name) => [name, family]));
}
