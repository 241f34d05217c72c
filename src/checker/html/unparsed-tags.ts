import type { Document } from '../document/document.ts';
import { htmlTags, type HtmlTag } from '../document/html-tags.ts';
import { DANGEROUS_TAGS, RUNS_CODE } from './effects.ts';
import type { HtmlElement } from './elements.ts';
import type { Span } from '../place.ts';
import { rememberLast } from '../remember-last.ts';
import { isUnsafeTarget } from '../safety/unsafe-target.ts';
import { writtenTexts } from './written-text.ts';

type UnparsedTag = HtmlElement & { readonly span: Span };

/**
 * Tags that do harm and that our parser takes for text, as with slashes outside of quotes:
 * `<img src=//x.example/x.png onerror=go()>`. Other renderers make elements of them.
 */
export const unparsedTags = rememberLast((document: Document): readonly UnparsedTag[] => [
	...findTags(document),
]);

function* findTags(document: Document): Generator<UnparsedTag> {
	// MDX knows no text that looks like a tag.
	if (document.path.toLowerCase().endsWith('.mdx')) return;
	for (const { text, spanOf } of writtenTexts(document, '<')) {
		// What stands before a tag may look like one that swallows it.
		const tags = htmlTags(text).filter(doesHarm);
		const all = tags.length > 0 ? tags : tagsByThemselves(text).filter(doesHarm);
		const last = text.lastIndexOf('>');
		for (const tag of all)
			if (tag.from < last && !isEscaped(text, tag.from))
				yield {
					...{ tag: { ...tag, from: 0 }, content: '' },
					span: spanOf(tag.from, text.indexOf('>', tag.from) + 1),
				};
	}
}

/** Whether a tag runs or loads code wherever it stands. */
export function doesHarm({ name, attributes }: HtmlTag): boolean {
	if (DANGEROUS_TAGS.has(name)) return true;
	for (const [attribute, value] of attributes)
		if (RUNS_CODE.test(attribute) || isUnsafeTarget(value)) return true;
	return false;
}

function tagsByThemselves(text: string): HtmlTag[] {
	const tags: HtmlTag[] = [];
	for (let from = text.indexOf('<'); from >= 0;) {
		const next = text.indexOf('<', from + 1);
		const [tag] = htmlTags(text.slice(from, next < 0 ? undefined : next));
		if (tag) tags.push({ ...tag, from });
		from = next;
	}
	return tags;
}

function isEscaped(text: string, from: number): boolean {
	let at = from;
	while (text[at - 1] === '\\') at--;
	return (from - at) % 2 === 1;
}
