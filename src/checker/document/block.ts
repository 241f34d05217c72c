import type { MdastNode } from 'satteri';
import type { CodeText } from '../code/compare-code.ts';
import type { Span } from '../place.ts';
import type { HtmlTag } from './html-tags.ts';

export type BlockKind =
	| 'heading'
	| 'paragraph'
	/** A paragraph of images only. */
	| 'figure'
	| 'code'
	| 'list'
	| 'item'
	| 'table'
	| 'row'
	| 'cell'
	| 'quote'
	| 'callout'
	| 'component'
	| 'html'
	| 'footnote';

/** A piece of a page that stands on lines of its own, or a part of one: an item, a row. */
export interface Block {
	readonly kind: BlockKind;
	/**
	 * What tells blocks of a kind apart: the level of a heading, `ordered`, a callout's name,
	 * `head` for the first row of a table.
	 */
	readonly name: string;
	readonly span: Span;
	readonly children: readonly Block[];
	/** What stands in the block's own text, in the order of the document. */
	readonly inlines: readonly Inline[];
	/** For a code block. */
	readonly code?: Code;
	/** Attributes of a component. */
	readonly attributes?: readonly Attribute[];
	readonly node: MdastNode;
}

/** A code block as it is compared, and how it was written. */
export interface Code extends CodeText {
	/** Zero-based line of the code's first line, counted from the block's first line. */
	readonly firstLine: number;
	readonly isFenced: boolean;
}

/** Where the attributes of a component, or of elements, lead, as far as they say it themselves. */
export function targetsOf({ attributes = [], inlines }: Block): string[] {
	const targets: string[] = [];
	for (const { name, value } of attributes) if (leads(name, value)) targets.push(value);
	for (const inline of inlines)
		if (inline.kind === 'tag')
			for (const [name, value] of inline.tag.attributes)
				if (leads(name, value)) targets.push(value);
	return targets;
}

function leads(name: string, value: string): boolean {
	return LEADS.has(name) && value !== '' && !value.startsWith('{');
}

const LEADS = new Set(['href', 'src', 'to', 'link', 'url']);

export interface Attribute {
	readonly name: string;
	readonly value: string;
}

/** What a translation keeps within its text. */
export type Inline =
	| {
			readonly kind: 'link' | 'image' | 'code' | 'footnote' | 'directive';
			readonly value: string;
			readonly span: Span;
	  }
	| {
			readonly kind: 'component';
			readonly value: string;
			readonly span: Span;
			readonly attributes: readonly Attribute[];
	  }
	| { readonly kind: 'tag'; readonly value: string; readonly span: Span; readonly tag: HtmlTag };

/** Blocks that hold prose of their own. */
export function isProse({ kind }: Block): boolean {
	return kind === 'heading' || kind === 'paragraph' || kind === 'cell';
}

/**
 * Whether a cell with words has none left; a row may end before its last cell.
 *
 * @param text of the page of the other cell
 */
export function isEmptied({ node }: Block, other: Block | undefined, text: string): boolean {
	if (other && /[^\s|]/.test(text.slice(other.span.from, other.span.to))) return false;
	return 'children' in node && node.children.some(({ type }) => type !== 'image');
}

/** Whether a block is the title of a callout: `:::tip[Title]`. */
export function isTitle({ kind, name }: Block): boolean {
	return kind === 'paragraph' && name === 'label';
}

/**
 * Blocks and all below them, in the order of the document. A stack of its own, since hostile pages
 * nest deeper than a call stack does.
 */
export function eachBlock(blocks: readonly Block[]): readonly Block[] {
	const all: Block[] = [];
	const waiting = blocks.toReversed();
	for (let block = waiting.pop(); block; block = waiting.pop()) {
		all.push(block);
		for (let index = block.children.length - 1; index >= 0; index--)
			waiting.push(block.children[index]!);
	}
	return all;
}

/** Whether two blocks hold the same things in the same order, as most do. */
export function haveSameInlines({ inlines: ours }: Block, { inlines: theirs }: Block): boolean {
	return (
		ours.length === theirs.length &&
		ours.every(
			({ kind, value }, index) => theirs[index]!.kind === kind && theirs[index]!.value === value,
		)
	);
}

/** Whether an inline of a page is an element of HTML, not Markdown: `<img src="x.png">`. */
export function isWrittenAsHtml(text: string, { span }: Inline): boolean {
	return /^<[a-z][\w-]*[\s>/]/i.test(text.slice(span.from, span.from + 12));
}
