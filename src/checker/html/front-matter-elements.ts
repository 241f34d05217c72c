import type { Document } from '../document/document.ts';
import { elementsWithin, type HtmlElement } from './elements.ts';
import type { Range } from '../place.ts';

/**
 * Elements that front matter brings to the page: those in its texts, such as that of a banner, which
 * site generators print as they are, and the entries of `head`.
 */
export function* frontMatterElements(document: Document): Generator<HtmlElement> {
	const { head, text } = document;
	if (!head || !MAY_HOLD_HTML.test(text.slice(head.from, head.to))) return;
	// Read only now: YAML takes longer than all the rest.
	const { data, places, span = head } = document.frontMatter;
	yield* within(data, '', (path) => places.get(path) ?? places.get(parentOf(path)) ?? span);
}

/** A backslash may write any character. */
const MAY_HOLD_HTML = /[<\\]|\bhead\b/;

function* within(
	value: unknown,
	path: string,
	placeOf: (path: string) => Range,
): Generator<HtmlElement> {
	if (typeof value === 'string') {
		if (value.includes('<')) yield* elementsWithin(value, placeOf(path));
		return;
	}
	if (typeof value !== 'object' || value === null) return;
	for (const [key, each] of Object.entries(value)) {
		const below = path === '' ? key : `${path}.${key}`;
		const element = path === 'head' ? elementOf(each, placeOf(below)) : undefined;
		if (element) yield element;
		else yield* within(each, below, placeOf);
	}
}

/** `{ tag, attrs, content }` of Starlight, or `[tag, attrs, content]` of VitePress. */
function elementOf(entry: unknown, span: Range): HtmlElement | undefined {
	const [tag, attrs, content] = (
		Array.isArray(entry) ? entry : fieldsOf(entry, ['tag', 'attrs', 'content'])
	) as unknown[];
	if (typeof tag !== 'string') return undefined;
	const attributes = new Map<string, string>();
	if (typeof attrs === 'object' && attrs !== null)
		for (const [name, value] of Object.entries(attrs))
			attributes.set(name.toLowerCase(), `${value}`);
	return {
		tag: { name: tag.toLowerCase(), attributes, from: 0 },
		content: typeof content === 'string' && /^(?:script|style)$/i.test(tag) ? content : '',
		...{ span, isValue: true },
	};
}

function fieldsOf(value: unknown, names: readonly string[]): unknown[] {
	const record = (typeof value === 'object' ? value : undefined) as Record<string, unknown> | null;
	return names.map((name) => record?.[name]);
}

function parentOf(path: string): string {
	return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
