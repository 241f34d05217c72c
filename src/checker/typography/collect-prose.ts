import type { MdastNode } from 'satteri';
import { eachBlock } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { spanOf, textOf } from '../markdown-tree.ts';
import { frontMatterValues } from './front-matter-values.ts';
import { mapOffsets } from './map-offsets.ts';
import { ADDRESS, createRunBuilder, OBJECT, type ProseRun, type RunBuilder } from './prose-run.ts';

/**
 * All prose of a page: text of headings, paragraphs, items, cells, quotations and links, titles of
 * callouts, alternatives of images, and values of the front matter that are translated.
 *
 * @param original the text of the file, which the parser may have been handed rewritten
 * @param commonWords those of the language of the page
 */
export function collectProse(
	document: Document,
	original: string,
	translatedKeys: readonly string[],
	commonWords: RegExp,
): ProseRun[] {
	const { text } = document;
	const map = mapOffsets(text, original);
	const runs: ProseRun[] = [];

	function addRun(add: (builder: RunBuilder) => void, isHeading = false): void {
		const builder = createRunBuilder(text, map);
		add(builder);
		const run = builder.build(isHeading);
		if (run.text.trim() !== '') runs.push(run);
	}

	/** Alternatives of the images in a piece of HTML or MDX. */
	function addAlternatives({ from, to }: { readonly from: number; readonly to: number }): void {
		for (const match of text.slice(from, to).matchAll(HTML_ALTERNATIVE)) {
			const start = from + match.index + match[1]!.length;
			addRun((builder) => {
				builder.addText(start, start + match[3]!.length);
			});
		}
	}

	function addNode(node: MdastNode, builder: RunBuilder, tags: TagStack): void {
		const { from, to } = spanOf(node);
		switch (node.type) {
			case 'text':
			case 'textDirective':
				if (tags.isOpaque()) builder.addStandIn(from, to);
				else builder.addText(from + nameOfCallout(text.slice(from, to)).length, to);
				return;
			case 'break':
				builder.addStandIn(from, to, '\n');
				return;
			case 'footnoteReference':
				builder.close(to);
				return;
			case 'html':
				addAlternatives({ from, to });
				if (/^<br\b/i.test(node.value)) builder.addStandIn(from, to, '\n');
				else if (node.value.startsWith('</')) builder.close(to);
				else builder.open(from);
				tags.pass(node.value);
				return;
			case 'image':
			case 'imageReference': {
				builder.addStandIn(from, to);
				const end = endOfLabel(text, from + 1, to);
				addRun((alternative) => {
					alternative.addText(from + 2, end);
				});
				return;
			}
			case 'mdxJsxTextElement':
				addAlternatives({ from, to: openingEnd(node) });
				if (OPAQUE.test(node.name ?? '')) builder.addStandIn(from, to);
				else addChildren(node, builder, tags);
				return;
			case 'link':
				if (text[from] !== '[') builder.addStandIn(from, to, text[from] === '<' ? OBJECT : ADDRESS);
				// Sources are often in another language, and so is their title.
				else if (/^https?:/i.test(node.url) && textOf(node, text).search(commonWords) < 0)
					builder.addStandIn(from, to);
				else addChildren(node, builder, tags);
				return;
			case 'emphasis':
				builder.emphasize(() => {
					addChildren(node, builder, tags);
				});
				return;
			default:
				if ('children' in node) addChildren(node, builder, tags);
				else builder.addStandIn(from, to);
		}
	}

	function addChildren(node: MdastNode, builder: RunBuilder, tags: TagStack): void {
		if (!('children' in node)) return;
		const { from, to } = spanOf(node);
		builder.open(from);
		for (const child of node.children) addNode(child, builder, tags);
		builder.close(to);
	}

	if (document.head)
		for (const value of frontMatterValues(text, document.head, translatedKeys))
			addRun((builder) => {
				builder.addText(value.from, value.to, value.tokens);
			}, value.key === 'title');
	for (const { kind, node, span } of eachBlock(document.blocks))
		if (kind === 'html') addAlternatives({ from: span.from, to: spanOf(node).to });
		else if (node.type === 'mdxJsxFlowElement')
			addAlternatives({ from: span.from, to: openingEnd(node) });
		else if (PROSE.has(kind) && 'children' in node)
			addRun((builder) => {
				const tags = createTagStack();
				for (const child of node.children) addNode(child, builder, tags);
			}, kind === 'heading');
	return runs;
}

const PROSE = new Set(['heading', 'paragraph', 'cell', 'figure']);

/** Elements whose text is no prose of this language. */
const OPAQUE = /^(?:code|kbd|samp|var|pre|tt|script|style|math|svg)$/i;

const HTML_ALTERNATIVE = /(<(?:img|Image)\b[^<>]*?\balt=(["']))(.*?)\2/gs;

interface TagStack {
	isOpaque(): boolean;
	/** Takes note of a tag, or of a comment. */
	pass(html: string): void;
}

/** Which element of HTML hides its text: one of code, or one marked as of another language. */
function createTagStack(): TagStack {
	let hiding: string | undefined;
	return {
		isOpaque: () => hiding !== undefined,
		pass(html) {
			const [, slash, name = '', rest = ''] = /^<(\/?)([a-z][\w-]*)([^>]*)/i.exec(html) ?? [];
			if (name === '') return;
			if (slash) {
				if (name.toLowerCase() === hiding) hiding = undefined;
			} else if (OPAQUE.test(name) || /\s(?:lang|translate)=/i.test(rest))
				hiding ??= rest.endsWith('/') ? undefined : name.toLowerCase();
		},
	};
}

/** Where the opening tag of a component ends: its children are told on their own. */
function openingEnd(node: MdastNode): number {
	const first = 'children' in node ? node.children[0] : undefined;
	return first ? spanOf(first).from : spanOf(node).to;
}

/** `nameOfCallout('[!NOTE] Keep it')` => `'[!NOTE] '` */
function nameOfCallout(text: string): string {
	return /^\[!\p{L}+\][+-]?[ \t]*/u.exec(text)?.[0] ?? '';
}

/** The bracket that closes the one at `open`. */
function endOfLabel(text: string, open: number, to: number): number {
	let depth = 0;
	for (let at = open; at < to; at++)
		if (text[at] === '\\') at++;
		else if (text[at] === '[') depth++;
		else if (text[at] === ']' && --depth === 0) return at;
	return open + 1;
}
