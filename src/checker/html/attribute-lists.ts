import type { Document } from '../document/document.ts';
import type { Span } from '../place.ts';
import { writtenTexts } from './written-text.ts';

/** An attribute that does harm, in braces behind a text: `{: onclick="go()" }`. */
export interface ListedAttribute {
	/** Lower case. */
	readonly name: string;
	readonly value: string;
	/** As it is written. */
	readonly written: string;
	readonly span: Span;
}

/**
 * What Markdown with attribute lists, as in MkDocs, kramdown and Pandoc, gives to the elements of a page,
 * where it runs or loads something or shapes the page. Classes, ids and the like are left out.
 */
export function* listedAttributes(document: Document): Generator<ListedAttribute> {
	if (document.path.toLowerCase().endsWith('.mdx')) return;
	for (const written of writtenTexts(document, '{')) {
		const text = written.text.replace(TEMPLATE, (template) => ' '.repeat(template.length));
		const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')];
		if (first < 0) continue;
		for (const { index, 0: whole, 1: name, 2: value } of text.matchAll(ATTRIBUTE))
			if (first < index && index < last)
				yield {
					name: name!.toLowerCase(),
					value: value!.replace(/^["']|["']$/g, ''),
					written: whole,
					span: written.spanOf(index, index + whole.length),
				};
	}
}

/** Shortcodes have attributes of their own. */
const TEMPLATE = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;

const ATTRIBUTE =
	/(?<=[\s{:"'])(on[a-z]+|style|srcdoc|formaction|href|src|srcset|xlink:href)=("[^"]*"?|'[^']*'?|[^\s"'}]*)/gi;
