import type { MdastNode } from 'satteri';
import { eachBlock, type Block } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { parseDocument } from '../document/parse-document.ts';
import { textOf } from '../document/text-of.ts';
import type { Finding } from '../finding.ts';
import { judgesWords, PLACEHOLDER } from '../placeholders.ts';
import { rebaseTargets } from '../links/relative-target.ts';
import type { SourceFile } from '../source-file.ts';
import { writtenHeading, type HeadingTable } from './heading-table.ts';
import { translatedEntries } from './translated-entries.ts';

/**
 * A source page as a translation begins: all of it in place, headings in the words that other pages
 * have for them, and each text of the source behind a comment that marks it as a placeholder.
 *
 * @param path where the translation will lie
 * @param translatedKeys keys of front matter whose texts are translated
 */
export function writeScaffold(
	source: SourceFile,
	path: string,
	headings: HeadingTable,
	translatedKeys: readonly string[],
): string {
	const document = parseDocument(source);
	const lines = source.text.split(/(?<=\n)/);
	const code = linesOfCode(document);
	for (const [index, line] of lines.entries())
		if (!code.has(index + 1)) lines[index] = rebaseTargets(line, source.path, path);
	const marks = new Set(translatedEntries(document, translatedKeys));
	for (const block of separateBlocks(document.blocks, lines)) {
		const { line } = block.span.start;
		const words = block.kind === 'heading' ? writtenHeading(block, document.text) : '';
		const translated = headings.get(words);
		const written = lines[line - 1];
		if (translated !== undefined && written?.includes(words))
			lines[line - 1] = written.replace(words, () => translated);
		else if (holdsWords(block, document)) marks.add(line);
	}
	return insertComments(lines, marks, document);
}

/** Numbers of lines, from one. */
function linesOfCode({ blocks }: Document): ReadonlySet<number> {
	const lines = new Set<number>();
	for (const { kind, span } of eachBlock(blocks))
		if (kind === 'code')
			for (let line = span.start.line; line <= span.end.line; line++) lines.add(line);
	return lines;
}

/**
 * A scaffold with a placeholder for all that the checker would still say of words in it, such as
 * comments in code.
 *
 * @param findings about the scaffold
 */
export function coverFindings(scaffold: SourceFile, findings: readonly Finding[]): string {
	const document = parseDocument(scaffold);
	const lines = scaffold.text.split(/(?<=\n)/);
	const blocks = separateBlocks(document.blocks, lines);
	const marks = new Set<number>();
	for (const { ruleId, range } of findings) {
		if (!range || !judgesWords(ruleId)) continue;
		const { line } = range.start;
		const block = blocks.findLast(({ span }) => span.start.line <= line && line <= span.end.line);
		if (block) marks.add(block.span.start.line);
	}
	return insertComments(lines, marks, document);
}

/**
 * Blocks before which a comment can stand on a line of its own: those of the page, and of elements
 * and components whatever begins on a line of its own.
 */
function separateBlocks(blocks: readonly Block[], lines: readonly string[]): Block[] {
	return blocks.flatMap((block) => {
		const isOpen = block.kind === 'component' || block.kind === 'html';
		const isSeparate = block.children.every(
			({ span: { start } }) => lines[start.line - 1]?.slice(0, start.column - 1).trim() === '',
		);
		if (!isOpen || block.children.length === 0 || !isSeparate) return [block];
		const within = separateBlocks(block.children, lines);
		return hasLetters(ownText(block)) ? [{ ...block, children: [] }, ...within] : within;
	});
}

/** What stands between the tags of an element or a component, beside its blocks. */
function ownText({ node }: Block): string {
	const texts = 'children' in node ? node.children : [node];
	return texts
		.map((each) => (each.type === 'text' || each.type === 'html' ? each.value : ''))
		.join(' ')
		.replace(TAGS, '');
}

const TAGS = /<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1\s*>|<[^>]*>|\{\{.*?\}\}|\{%.*?%\}/g;

/** What a generator puts in the place of a line: templates, files, the table of contents. */
const INCLUDES = /\{\{.*?\}\}|\{%.*?%\}|\{\*.*?\*\}|^(?:<<<|--8<--) .*|^\[\[toc\]\]$/gim;

/** Whether there is anything to translate in a block, comments in code aside. */
function holdsWords(block: Block, document: Document): boolean {
	switch (block.kind) {
		case 'code':
			return false;
		case 'heading':
		case 'paragraph':
		case 'cell':
			return hasLetters(textOf(block, document.text).replace(INCLUDES, ''));
		case 'figure':
			return hasLetters(alternatives(block.node));
		case 'html':
		case 'component':
			if (block.name === '@include') return false;
			if (hasLetters(ownText(block))) return true;
	}
	return block.children.some((child) => holdsWords(child, document));
}

function alternatives(node: MdastNode): string {
	if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
	return 'children' in node ? node.children.map(alternatives).join(' ') : '';
}

function hasLetters(text: string): boolean {
	return /\p{L}/u.test(text);
}

/** @param marks numbers of the lines before which a comment goes, from one */
function insertComments(
	lines: readonly string[],
	marks: ReadonlySet<number>,
	{ path, head }: Document,
): string {
	const end = lines[0]?.endsWith('\r\n') ? '\r\n' : '\n';
	const isMdx = path.toLowerCase().endsWith('.mdx');
	const comment = isMdx ? `{/* ${PLACEHOLDER} */}` : `<!-- ${PLACEHOLDER} -->`;
	const commentAt = (line: number): string =>
		head && line <= head.end.line ? `# ${PLACEHOLDER}` : comment;
	return lines
		.map((line, index) =>
			marks.has(index + 1) ? /^[ \t]*/.exec(line)![0] + commentAt(index + 1) + end + line : line,
		)
		.join('');
}
