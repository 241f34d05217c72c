import { eachBlock } from './document/block.ts';
import type { Document } from './document/document.ts';
import type { HtmlTag } from './document/html-tags.ts';
import type { Span } from './place.ts';

/** An element of HTML where it stands. */
export interface HtmlElement {
	readonly tag: HtmlTag;
	/** What stands between a `<script>` or a `<style>` and its end; empty for all others. */
	readonly content: string;
	/** The piece of HTML that holds its opening tag. */
	readonly span: Span;
}

/** All elements of a page by their opening tags, those of MDX among them. */
export function* elementsOf({ blocks, text }: Document): Generator<HtmlElement> {
	for (const { name, attributes, inlines, node, span } of eachBlock(blocks)) {
		if (node.type === 'mdxJsxFlowElement' && attributes && isElement(name))
			yield elementAt(span, { name, attributes: toMap(attributes), from: 0 }, text);
		for (const inline of inlines)
			if (inline.kind === 'tag') yield elementAt(inline.span, inline.tag, text);
			else if (inline.kind === 'component' && isElement(inline.value)) {
				const attributes = toMap(inline.attributes);
				yield elementAt(inline.span, { name: inline.value, attributes, from: 0 }, text);
			}
	}
}

function elementAt(span: Span, tag: HtmlTag, text: string): HtmlElement {
	return { span, tag, content: HAS_CODE.test(tag.name) ? contentOf(span, tag, text) : '' };
}

const HAS_CODE = /^(?:script|style)$/;

/** Within a line of text it is no part of the tag's own piece of HTML. */
function contentOf({ from }: Span, tag: HtmlTag, text: string): string {
	const rest = text.slice(from + tag.from);
	const match = new RegExp(`<${tag.name}\\b[^>]*>([^]*?)(?:</${tag.name}|$)`, 'i').exec(rest);
	return match?.[1] ?? '';
}

function isElement(name: string): boolean {
	return /^[a-z][a-z0-9]*$/.test(name);
}

function toMap(attributes: readonly { readonly name: string; readonly value: string }[]) {
	return new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
}
