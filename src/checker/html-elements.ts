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
	const readContent = createContentReader(text);
	const at = (span: Span, tag: HtmlTag): HtmlElement => ({
		...{ span, tag },
		content: HAS_CODE.test(tag.name) ? readContent(tag.name, span.from + tag.from) : '',
	});
	for (const { name, attributes, inlines, node, span } of eachBlock(blocks)) {
		if (node.type === 'mdxJsxFlowElement' && attributes && isElement(name))
			yield at(span, { name, attributes: toMap(attributes), from: 0 });
		for (const inline of inlines)
			if (inline.kind === 'tag') yield at(inline.span, inline.tag);
			else if (inline.kind === 'component' && isElement(inline.value))
				yield at(inline.span, {
					...{ name: inline.value, attributes: toMap(inline.attributes) },
					from: 0,
				});
	}
}

const HAS_CODE = /^(?:script|style)$/;

/**
 * Reads on from one element to the next, since what stands within a script is no element: a page of
 * scripts that are never closed is read once. Within a line of text the content is no part of the
 * tag's own piece of HTML.
 */
function createContentReader(text: string): (name: string, from: number) => string {
	let end = 0;
	return (name, from) => {
		if (from < end) return '';
		const start = text.indexOf('>', from) + 1;
		const closing = name === 'script' ? /<\/script/gi : /<\/style/gi;
		closing.lastIndex = start;
		end = start === 0 ? text.length : (closing.exec(text)?.index ?? text.length);
		return start === 0 ? '' : text.slice(start, end);
	};
}

function isElement(name: string): boolean {
	return /^[a-z][a-z0-9]*$/.test(name);
}

function toMap(attributes: readonly { readonly name: string; readonly value: string }[]) {
	return new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
}
