import type { Document } from '../document/document.ts';
import { listedAttributes, type ListedAttribute } from '../html/attribute-lists.ts';
import { HARMLESS_TAGS, isDirection, type HtmlTag } from '../document/html-tags.ts';
import { elementEnds } from '../html/element-ends.ts';
import { excerpt } from '../excerpt.ts';
import {
	DANGEROUS_TAGS,
	effectsOf,
	hides,
	HOLDS_HTML,
	RUNS_CODE,
	type HtmlEffect,
	type KeyOfAddress,
} from '../html/effects.ts';
import { createExtraPlaces, extraPlacesLast } from '../html/extra-places.ts';
import { frontMatterElements } from '../html/front-matter-elements.ts';
import { elementsOf, type HtmlElement } from '../html/elements.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import { leadsToOwnEdition } from '../links/own-edition.ts';
import type { Pair } from '../pair.ts';
import type { Range, Span } from '../place.ts';
import { withoutClimb } from '../links/relative-target.ts';
import type { Remark, Rule } from '../rule.ts';
import { liesAtOtherDepth } from '../links/same-target.ts';
import { fromFirstDifference } from '../html/first-difference.ts';
import { strangeElements } from '../html/strange-elements.ts';
import { isUnsafeTarget } from '../safety/unsafe-target.ts';

/**
 * HTML that only the translation has, or that does something else there. A reviewer who does not read
 * the language sees a translated page; a reader's browser runs what it finds.
 */
export const unsafeHtml: Rule<Pair> = {
	id: 'unsafe-html',
	severity: 'error',
	description:
		'HTML that the source lacks, or that does something else: scripts, frames, event handlers, or any other element.',
	messages: {
		element: 'The element `<{name}>` can run or load code, and the source has none. Remove it.',
		handler:
			'The attribute `{attribute}` of `<{name}>` can run or load code, and the source has none. Remove it.',
		listed:
			'The source has no attribute `{attribute}` in braces here. Remove it, or copy that of the source.',
		html: 'The source has no HTML element `<{name}>` here. Remove it, or write Markdown.',
		hides:
			'The attribute `{attribute}` of `<{name}>` can hide or cover what the page says, and the source has none. Remove it.',
		changed:
			'The attribute `{attribute}` of `<{name}>` is `{found}`, expected `{expected}`. Write the value of the source.',
		content:
			'The code in `<{name}>` differs from the source: expected `{expected}`, found `{found}`. Copy that of the source.',
	},
	*check(pair) {
		const { source, target } = pair;
		const elements = allElements(target);
		const listed = [...listedAttributes(target)];
		if (elements.length + listed.length === 0) return;
		const keyOfAddress = addressKeys(pair);
		const keyOf = ({ name, value }: ListedAttribute): string => `${name}=${keyOfAddress(value)}`;
		const known = Map.groupBy(listedAttributes(source), keyOf);
		for (const attribute of listed)
			if (!known.get(keyOf(attribute))?.pop())
				yield {
					...{ file: target, messageId: 'listed', range: attribute.span },
					data: { attribute: excerpt(attribute.written) },
				};
		// One piece of HTML, with all that is new in it, is told once, by the worst that it holds.
		const gravest = new Map<Range, Remark>();
		let ends: ReadonlyMap<number, number> | undefined;
		let outer: { readonly span: Span; readonly to: number } | undefined;
		const placeOf = createExtraPlaces(pair);
		const ordered = extraPlacesLast(elements, placeOf);
		const strange = strangeElements(allElements(source), ordered, keyOfAddress);
		for (const { element, partner, isCopy } of strange) {
			const { tag } = element;
			const told = partner
				? tellDifference(partner, element, keyOfAddress)
				: tellNew(tag, keyOfAddress);
			if (!told || (element.isValue && told.messageId === 'html')) continue;
			// To remove the section takes it away as well, and so it is with a copy in another block.
			const place = told.messageId === 'html' ? placeOf(element.span) : undefined;
			if (place === 'section' || (place === 'block' && isCopy)) continue;
			let { span } = element;
			if (!partner && 'from' in span) {
				const from = span.from + tag.from;
				if (outer && outer.span.from <= from && from < outer.to) span = outer.span;
				else {
					ends ??= elementEnds(target.text);
					outer = { span, to: ends.get(from) ?? from };
				}
			}
			const remark = { ...told, ...(partner && { source: partner.span }) };
			const other = gravest.get(span);
			if (other && GRAVITY.indexOf(other.messageId) <= GRAVITY.indexOf(told.messageId)) continue;
			gravest.set(span, { file: target, range: span, ...remark });
		}
		yield* gravest.values();
	},
};

function allElements(document: Document): HtmlElement[] {
	return [...frontMatterElements(document), ...elementsOf(document)];
}

/** Of pages that lie equally deep the whole address counts; otherwise not how far up it begins. */
function addressKeys(pair: Pair): KeyOfAddress {
	const isDeeper = liesAtOtherDepth(pair);
	return (address) => {
		if ((['source', 'target'] as const).some((side) => leadsToOwnEdition(address, side, pair)))
			return OWN_EDITION;
		const key = normaliseTarget(address, pair.tags);
		return isDeeper ? withoutClimb(key) : key;
	};
}

/** The key of addresses in a list of languages, which differs from page to page. */
const OWN_EDITION = 'own edition';

type Told = Pick<Remark, 'messageId' | 'data'>;

/** `undefined` for what may be new: mere typography. */
function tellNew(tag: HtmlTag, keyOfAddress: KeyOfAddress): Told | undefined {
	const attribute = [...tag.attributes.keys()].find(
		(name) => RUNS_CODE.test(name) || HOLDS_HTML.test(name),
	);
	const isLink = tag.name === 'a';
	const href = isLink ? tag.attributes.get('href') : undefined;
	const isEdition = href !== undefined && keyOfAddress(href) === OWN_EDITION;
	const isHarmless =
		HARMLESS_TAGS.has(tag.name) || (isLink && href === undefined) || isEdition || isDirection(tag);
	const isPlain = [...tag.attributes.keys()].every(
		(name) => PLAIN.test(name) || name === 'align' || (isEdition && name === 'href'),
	);
	if (attribute === undefined && isHarmless && isPlain) return undefined;
	// What a link points to is told by `unsafe-link`.
	if (attribute === undefined && isLink && isUnsafe(tag)) return undefined;
	const messageId =
		attribute !== undefined ? 'handler' : DANGEROUS_TAGS.has(tag.name) ? 'element' : 'html';
	return { messageId, data: { name: tag.name, attribute: attribute ?? '' } };
}

/** The first thing that only one of two elements does. */
function differenceOf(
	source: HtmlElement,
	target: HtmlElement,
	keyOfAddress: KeyOfAddress,
): { readonly expected: HtmlEffect | undefined; readonly found: HtmlEffect } | undefined {
	const [ours, theirs] = [effectsOf(source, keyOfAddress), effectsOf(target, keyOfAddress)];
	const found = theirs.find(
		({ part, key }) => !ours.some((other) => other.part === part && other.key === key),
	);
	return found && { expected: ours.find(({ part }) => part === found.part), found };
}

/** `undefined` where the translation only does less. */
function tellDifference(
	source: HtmlElement,
	target: HtmlElement,
	keyOfAddress: KeyOfAddress,
): Told | undefined {
	const difference = differenceOf(source, target, keyOfAddress);
	if (!difference) return undefined;
	const { expected, found } = difference;
	const written = expected?.value ?? source.tag.attributes.get(found.part);
	const isContent = found.part === 'content';
	const [ours, theirs] = isContent
		? fromFirstDifference(written ?? '', found.value)
		: [written ?? '', found.value];
	const data = {
		name: target.tag.name,
		attribute: found.part,
		expected: excerpt(ours),
		found: excerpt(theirs),
	};
	const isHiding = found.part === 'hidden' || (found.part === 'style' && hides(found.value));
	if (written === undefined)
		return { messageId: isContent ? 'element' : isHiding ? 'hides' : 'handler', data };
	return { messageId: isContent ? 'content' : 'changed', data };
}

const GRAVITY = ['element', 'handler', 'hides', 'content', 'changed', 'html'];

const PLAIN = /^(?:id|name|lang|dir|title|class)$/;

function isUnsafe(tag: HtmlTag): boolean {
	return isUnsafeTarget(tag.attributes.get('href') ?? '');
}
