import type { Document } from '../document/document.ts';
import { eachBlock } from '../document/block.ts';
import { HARMLESS_TAGS, type HtmlTag } from '../document/html-tags.ts';
import type { Pair } from '../pair.ts';
import type { Span } from '../place.ts';
import type { Remark, Rule } from '../rule.ts';
import { isUnsafeTarget } from '../unsafe-target.ts';

/**
 * HTML that only the translation has. A reviewer who does not read the language sees a translated
 * page; a reader's browser runs what it finds.
 */
export const unsafeHtml: Rule<Pair> = {
	id: 'unsafe-html',
	severity: 'error',
	description: 'HTML that the source lacks: scripts, frames, event handlers, or any other element.',
	messages: {
		element: 'The element `<{name}>` can run or load code, and the source has none. Remove it.',
		handler:
			'The attribute `{attribute}` of `<{name}>` can run code, and the source has none. Remove it.',
		html: 'The source has no HTML element `<{name}>` here. Remove it, or write Markdown.',
	},
	*check({ source, target }) {
		const tags = [...tagsOf(target)];
		if (tags.length === 0) return;
		const known = new Map<string, number>();
		for (const { tag } of tagsOf(source)) {
			const key = keyOf(tag);
			known.set(key, (known.get(key) ?? 0) + 1);
		}
		// One piece of HTML is told once, by the worst that it holds.
		const gravest = new Map<Span, Remark>();
		for (const { tag, span } of tags) {
			const key = keyOf(tag);
			const left = known.get(key) ?? 0;
			known.set(key, left - 1);
			if (left > 0) continue;
			const attribute = [...tag.attributes.keys()].find((name) => RUNS_CODE.test(name));
			const isHarmless =
				HARMLESS_TAGS.has(tag.name) || (tag.name === 'a' && !tag.attributes.has('href'));
			const isPlain = [...tag.attributes.keys()].every((name) => PLAIN.test(name));
			if (attribute === undefined && isHarmless && isPlain) continue;
			// What a link points to is told by `unsafe-link`.
			if (attribute === undefined && tag.name === 'a' && isUnsafe(tag)) continue;
			const messageId =
				attribute !== undefined ? 'handler' : DANGEROUS.has(tag.name) ? 'element' : 'html';
			const told = gravest.get(span);
			if (told && GRAVITY.indexOf(told.messageId) <= GRAVITY.indexOf(messageId)) continue;
			const data = { name: tag.name, attribute: attribute ?? '' };
			gravest.set(span, { file: target, messageId, data, range: span });
		}
		yield* gravest.values();
	},
};

const GRAVITY = ['element', 'handler', 'html'];

const DANGEROUS = new Set(
	'script style iframe frame frameset object embed applet link meta base form input button textarea select svg math template portal noscript'.split(
		' ',
	),
);
const RUNS_CODE = /^on|^srcdoc$|^formaction$|^xlink:href$/;
const PLAIN = /^(?:id|name|lang|dir|title|class)$/;

function isUnsafe(tag: HtmlTag): boolean {
	return isUnsafeTarget(tag.attributes.get('href') ?? '');
}

function keyOf({ name, attributes }: HtmlTag): string {
	return [name, ...[...attributes.keys()].filter((each) => RUNS_CODE.test(each)).sort()].join(' ');
}

/** All opening tags of a page, elements of MDX among them. */
function* tagsOf({ blocks }: Document): Generator<{ readonly tag: HtmlTag; readonly span: Span }> {
	for (const { name, attributes, inlines, node, span } of eachBlock(blocks)) {
		if (node.type === 'mdxJsxFlowElement' && attributes && isElement(name))
			yield { tag: { name, attributes: toMap(attributes), from: 0 }, span };
		for (const inline of inlines)
			if (inline.kind === 'tag') yield inline;
			else if (inline.kind === 'component' && isElement(inline.value))
				yield {
					tag: { name: inline.value, attributes: toMap(inline.attributes), from: 0 },
					span: inline.span,
				};
	}
}

function isElement(name: string): boolean {
	return /^[a-z][a-z0-9]*$/.test(name);
}

function toMap(attributes: readonly { readonly name: string; readonly value: string }[]) {
	return new Map(attributes.map(({ name, value }) => [name.toLowerCase(), value]));
}
