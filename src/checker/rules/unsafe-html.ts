import { HARMLESS_TAGS, type HtmlTag } from '../document/html-tags.ts';
import { excerpt } from '../excerpt.ts';
import { effectsOf, RUNS_CODE, type HtmlEffect } from '../html-effects.ts';
import { elementsOf, type HtmlElement } from '../html-elements.ts';
import type { Pair } from '../pair.ts';
import type { Span } from '../place.ts';
import type { Remark, Rule } from '../rule.ts';
import { isUnsafeTarget } from '../unsafe-target.ts';

/**
 * HTML that only the translation has, or that does something else there. A reviewer who does not read the language sees a translated
 * page; a reader's browser runs what it finds.
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
		html: 'The source has no HTML element `<{name}>` here. Remove it, or write Markdown.',
		changed:
			'The attribute `{attribute}` of `<{name}>` is `{found}`, expected `{expected}`. Write the value of the source.',
		content:
			'The code in `<{name}>` differs from the source: expected `{expected}`, found `{found}`. Copy that of the source.',
	},
	*check({ source, target, tags }) {
		const elements = [...elementsOf(target)];
		if (elements.length === 0) return;
		const left = new Map<string, HtmlElement[]>();
		for (const element of elementsOf(source)) {
			const key = keyOf(element.tag);
			left.set(key, [...(left.get(key) ?? []), element]);
		}
		// Among equals those go first that do the same.
		const take = (
			element: HtmlElement,
			isSame: (other: HtmlElement) => boolean,
		): HtmlElement | undefined => {
			const others = left.get(keyOf(element.tag)) ?? [];
			const at = others.findIndex(isSame);
			return at < 0 ? undefined : others.splice(at, 1)[0];
		};
		const strange = elements.filter(
			(element) => !take(element, (other) => !differenceOf(other, element, tags)),
		);
		// One piece of HTML is told once, by the worst that it holds.
		const gravest = new Map<Span, Remark>();
		for (const element of strange) {
			const { tag, span } = element;
			const partner = take(element, () => true);
			const remark = partner
				? { ...tellDifference(partner, element, tags), source: partner.span }
				: tellNew(tag);
			if (!remark) continue;
			const told = gravest.get(span);
			if (told && GRAVITY.indexOf(told.messageId) <= GRAVITY.indexOf(remark.messageId)) continue;
			gravest.set(span, { file: target, range: span, ...remark });
		}
		yield* gravest.values();
	},
};

type Told = Pick<Remark, 'messageId' | 'data'>;

/** `undefined` for what may be new: mere typography. */
function tellNew(tag: HtmlTag): Told | undefined {
	const attribute = [...tag.attributes.keys()].find((name) => RUNS_CODE.test(name));
	const isHarmless =
		HARMLESS_TAGS.has(tag.name) || (tag.name === 'a' && !tag.attributes.has('href'));
	const isPlain = [...tag.attributes.keys()].every((name) => PLAIN.test(name));
	if (attribute === undefined && isHarmless && isPlain) return undefined;
	// What a link points to is told by `unsafe-link`.
	if (attribute === undefined && tag.name === 'a' && isUnsafe(tag)) return undefined;
	const messageId =
		attribute !== undefined ? 'handler' : DANGEROUS.has(tag.name) ? 'element' : 'html';
	return { messageId, data: { name: tag.name, attribute: attribute ?? '' } };
}

/** The first thing that only one of two elements does. */
function differenceOf(
	source: HtmlElement,
	target: HtmlElement,
	tags: readonly string[],
): { readonly expected: HtmlEffect | undefined; readonly found: HtmlEffect } | undefined {
	const [ours, theirs] = [effectsOf(source, tags), effectsOf(target, tags)];
	const found = theirs.find(
		({ part, key }) => !ours.some((other) => other.part === part && other.key === key),
	);
	return found && { expected: ours.find(({ part }) => part === found.part), found };
}

function tellDifference(source: HtmlElement, target: HtmlElement, tags: readonly string[]): Told {
	const { expected, found } = differenceOf(source, target, tags)!;
	const data = {
		name: target.tag.name,
		attribute: found.part,
		expected: excerpt(expected?.value ?? ''),
		found: excerpt(found.value),
	};
	const isContent = found.part === 'content';
	if (!expected) return { messageId: isContent ? 'element' : 'handler', data };
	return { messageId: isContent ? 'content' : 'changed', data };
}

const GRAVITY = ['element', 'handler', 'content', 'changed', 'html'];

const DANGEROUS = new Set(
	'script style iframe frame frameset object embed applet link meta base form input button textarea select svg math template portal noscript'.split(
		' ',
	),
);
const PLAIN = /^(?:id|name|lang|dir|title|class)$/;

function isUnsafe(tag: HtmlTag): boolean {
	return isUnsafeTarget(tag.attributes.get('href') ?? '');
}

function keyOf({ name, attributes }: HtmlTag): string {
	return [name, ...[...attributes.keys()].filter((each) => RUNS_CODE.test(each)).sort()].join(' ');
}
