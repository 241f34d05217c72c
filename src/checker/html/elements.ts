import { eachBlock, type Attribute } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { htmlTags, type HtmlTag } from '../document/html-tags.ts';
import type { Range, Span } from '../place.ts';
import { unparsedTags } from './unparsed-tags.ts';

/** An element of HTML where it stands. */
export interface HtmlElement {
	readonly tag: HtmlTag;
	/** What stands between a `<script>` or a `<style>` and its end; empty for all others. */
	readonly content: string;
	/** The piece of HTML, or the value, that holds its opening tag. */
	readonly span: Range | Span;
	/** It stands in a value that many sites print as text: it means something only if it does harm. */
	readonly isValue?: true;
}

/**
 * All elements of a page by their opening tags, those of MDX among them, and those in texts that
 * components are given; and some that look like text. A component is one for what it runs.
 */
export function elementsOf(document: Document): HtmlElement[] {
	const parsed = [...parsedElements(document)];
	const unparsed = unparsedTags(document);
	return unparsed.length === 0 ? parsed : [...parsed, ...unparsed].sort(comparePlaces);
}

function comparePlaces(
	{ span: { start: one } }: HtmlElement,
	{ span: { start: other } }: HtmlElement,
): number {
	return one.line - other.line || one.column - other.column;
}

function* parsedElements({ blocks, text }: Document): Generator<HtmlElement> {
	const readContent = createContentReader(text);
	const at = (span: Span, tag: HtmlTag): HtmlElement => ({
		...{ span, tag },
		content: HAS_CODE.test(tag.name) ? readContent(tag.name, span.from + tag.from) : '',
	});
	for (const block of eachBlock(blocks)) {
		const { attributes, inlines } = block;
		if (!attributes && inlines.length === 0) continue;
		const { name, node, span } = block;
		if (attributes && node.type === 'mdxJsxFlowElement' && isElement(name))
			yield at(span, { name, attributes: toMap(attributes), from: 0 });
		else if (attributes) yield* partsOfComponent(name, attributes, span);
		for (const inline of inlines)
			if (inline.kind === 'tag') yield at(inline.span, inline.tag);
			else if (
				inline.kind === 'component' &&
				isElement(inline.value) &&
				text[inline.span.from] === '<'
			)
				yield at(inline.span, {
					...{ name: inline.value, attributes: toMap(inline.attributes) },
					from: 0,
				});
			else if (inline.kind === 'component')
				yield* partsOfComponent(inline.value, inline.attributes, inline.span);
	}
}

/** What a component hands on to the page: handlers, and texts that hold HTML. */
function* partsOfComponent(
	name: string,
	attributes: readonly Attribute[],
	span: Range,
): Generator<HtmlElement> {
	// Expressions are compared by `unsafe-mdx`.
	const plain = attributes.filter(({ value }) => !value.startsWith('{'));
	const runs = plain.filter((attribute) => HANDED_ON.test(attribute.name));
	if (runs.length > 0)
		yield { tag: { name, attributes: toMap(runs), from: 0 }, content: '', span, isValue: true };
	for (const { value } of plain) if (value.includes('<')) yield* elementsWithin(value, span);
}

/** Attributes that run code when a component hands them on to an element; not `once` and `ongoing`. */
const HANDED_ON =
	/^(?:on(?:before|after|animation|transition|mouse|pointer|touch|key|drag|drop|focus|blur|click|dblclick|auxclick|contextmenu|change|input|invalid|select|submit|reset|load|unload|error|abort|toggle|wheel|scroll|copy|cut|paste|play|pause|ended|canplay|hashchange|message|popstate|resize|show|hide)[a-z]*|set:html|srcdoc|dangerouslySetInnerHTML)$/i;

/** Elements in a text that may be printed as HTML. */
export function* elementsWithin(html: string, span: Range): Generator<HtmlElement> {
	const readContent = createContentReader(html);
	// A title may name the element `<script>`.
	const hasCode = /<\/(?:script|style)/i.test(html);
	for (const tag of htmlTags(html)) {
		const content = hasCode && HAS_CODE.test(tag.name) ? readContent(tag.name, tag.from) : '';
		yield { tag, content, span, isValue: true };
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

function toMap(attributes: readonly Attribute[]) {
	return new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
}
