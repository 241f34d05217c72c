import { mdxToMdast, type MdastNode } from 'satteri';
import { parseMarkdown, walk } from '../markdown-tree.ts';
import { sameCode } from './code-stream.ts';
import type { CodeComparison, CodeHunk, CodeVerdict, Comparison } from './compare-code.ts';
import { compareParagraphs, type Rows } from './compare-paragraphs.ts';
import { asStrings, compareText } from './compare-text.ts';
import { findHunks } from './find-hunks.ts';
import { findSwappedCopies } from './swapped-copies.ts';
import { tagName } from './language-tags.ts';
import { readAtoms, type CodeLine } from './code-line.ts';

/**
 * Compares Markdown that is shown as code, by its structure: headings, items, links, components,
 * keys of the front matter. Its text is free, its own blocks of code are compared as such.
 */
export function compareMarkdown(comparison: Comparison): CodeComparison {
	const { source, sourceLines, targetLines, grammars, compare } = comparison;
	const isMdx = tagName(source.language) === 'mdx';
	const [before, after] = [outline(sourceLines, isMdx), outline(targetLines, isMdx)];
	// What cannot be parsed is read as text.
	if (!before || !after) return compareText(comparison);
	let hunks: CodeHunk[] = sameCode(before.read, after.read)
		? compareParagraphs(comparison, before.paragraphs, after.paragraphs)
		: asStrings(
				findHunks(
					{ lines: sourceLines, read: before.read },
					{ lines: targetLines, read: after.read },
					'text',
				),
			);
	if (hunks.length === 0) hunks = findSwappedCopies(sourceLines, targetLines);
	let verdict: CodeVerdict = hunks.length > 0 ? 'strings' : 'comments';
	if (before.codes.length === after.codes.length)
		for (const [i, code] of before.codes.entries()) {
			const other = after.codes[i]!;
			const found = compare(code, { ...other, language: code.language }, grammars);
			if (found.verdict === 'code') verdict = 'code';
			else if (found.verdict === 'strings' && verdict !== 'code') verdict = 'strings';
			for (const hunk of found.hunks)
				hunks.push({
					...hunk,
					sourceLine: hunk.sourceLine + code.firstLine,
					targetLine: hunk.targetLine + other.firstLine,
				});
		}
	hunks.sort((a, b) => a.sourceLine - b.sourceLine || a.targetLine - b.targetLine);
	return { verdict, hunks };
}

interface Outline {
	readonly paragraphs: readonly Rows[];
	/** What each line has of the structure. */
	readonly read: readonly CodeLine[];
	readonly codes: readonly NestedCode[];
}

interface NestedCode {
	readonly language: string | undefined;
	readonly meta: string;
	readonly code: string;
	/** Zero-based, within the block around it. */
	readonly firstLine: number;
}

/** Parsers take their time over longer lines of brackets. */
const LONGEST_LINE = 10_000;

function outline(lines: readonly string[], isMdx: boolean): Outline | undefined {
	if (lines.some((line) => line.length > LONGEST_LINE)) return undefined;
	const text = lines.join('\n');
	const root = parse(text, isMdx);
	if (!root) return undefined;
	const marks: string[][] = lines.map(() => []);
	const codes: NestedCode[] = [];
	const paragraphs: Rows[] = [];
	let holder: MdastNode = root;
	walk(root, (node) => {
		if (HOLDERS.has(node.type)) holder = node;
		const line = (node.position?.start.line ?? 1) - 1;
		if (node.type === 'yaml' || node.type === 'toml')
			for (const [i, field] of node.value.split('\n').entries()) {
				const key = /^(?:[\w-]+(?=\s*[:=])|(?![\s#-])\S)/.exec(field)?.[0];
				if (key !== undefined) marks[line + 1 + i]?.push(`key ${key}`);
				const value = /^\s*-\s+(.*)/.exec(field)?.[1];
				if (value !== undefined)
					marks[line + 1 + i]?.push(NAME.test(value) ? `value ${value}` : 'value');
			}
		if (node.type === 'paragraph') paragraphs.push([line, node.position!.end.line]);
		if (node.type === 'code') {
			const isFenced = /^\s*(?:>\s*)*(?:[-*+]\s+|\d+[.)]\s+)?(?:`{3}|~{3})/.test(lines[line] ?? '');
			codes.push({
				language: node.lang ?? undefined,
				meta: node.meta ?? '',
				code: node.value,
				firstLine: line + Number(isFenced),
			});
		}
		// Links of a sentence may change their order, and their line.
		const isInline = LINKS.has(node.type);
		const place = isInline ? (holder.position?.start.line ?? 1) - 1 : line;
		for (const mark of marksOf(node)) marks[place]?.push(mark);
	});
	return { read: marks.map((each) => readAtoms(each.sort())), codes, paragraphs };
}

/** A value that nobody translates: `debug-check-logs`. */
const NAME = /^[\w./@:-]*[\d_./@-][\w./@:-]*$/;

const HOLDERS = new Set(['heading', 'paragraph', 'tableCell']);
const LINKS = new Set(['link', 'image', 'textDirective', 'mdxJsxTextElement', 'html']);

function marksOf(node: MdastNode): string[] {
	switch (node.type) {
		case 'heading':
			return [`heading ${node.depth}`];
		case 'listItem':
		case 'code':
		case 'blockquote':
		case 'paragraph':
		case 'tableRow':
			return [node.type];
		case 'link':
		case 'image':
		case 'definition':
			return [`link ${node.url}`];
		case 'containerDirective':
		case 'leafDirective':
		case 'textDirective':
			// A colon in prose parses as a directive.
			return node.type === 'textDirective' ? [] : [`component ${node.name}`];
		case 'mdxJsxFlowElement':
		case 'mdxJsxTextElement':
			return [`component ${node.name ?? ''}`];
		case 'html':
			return [
				...[...node.value.matchAll(/<([a-z][\w.-]*)/gi)].map(([, name]) => `component ${name!}`),
				...[...node.value.matchAll(ADDRESS)].map(([, url]) => `link ${url!}`),
			];
		default:
			return [];
	}
}

/** Of an element in raw HTML. */
const ADDRESS = /\s(?:href|src)\s*=\s*["']([^"']*)["']/gi;

function parse(text: string, isMdx: boolean): MdastNode | undefined {
	for (const parser of isMdx ? [parseMdx, parseMarkdown] : [parseMarkdown])
		try {
			return parser(text);
		} catch {
			// A snippet need not be a whole document: the next parser is more lenient.
		}
	return undefined;
}

function parseMdx(text: string): MdastNode {
	return mdxToMdast(text, { features: { gfm: true, frontmatter: true, directive: true } });
}
