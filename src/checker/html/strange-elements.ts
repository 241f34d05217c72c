import type { HtmlTag } from '../document/html-tags.ts';
import { effectsOf, HOLDS_HTML, RUNS_CODE, type KeyOfAddress } from './effects.ts';
import type { HtmlElement } from './elements.ts';

/** An element of the target, with the one of the source in whose place it may stand. */
export interface StrangeElement {
	readonly element: HtmlElement;
	readonly partner: HtmlElement | undefined;
	/** Whether the source has one that does the same and leads to the same place, if not as often. */
	readonly isCopy: boolean;
}

/**
 * Elements of the target that do what none of the source does. First those that are written alike
 * belong together, then those that do the same: a page may hold many.
 */
export function* strangeElements(
	source: readonly HtmlElement[],
	target: readonly HtmlElement[],
	keyOfAddress: KeyOfAddress,
): Generator<StrangeElement> {
	const effectOf = (element: HtmlElement): string => effectKeyOf(element, keyOfAddress);
	const alike = without(source, target, (each) => writtenAs(each.tag) + effectOf(each));
	const { source: lost, target: strange } = without(alike.source, alike.target, effectOf);
	if (strange.length === 0) return;
	const partners = Map.groupBy(lost.reverse(), ({ tag }) => keyOf(tag));
	const keyOfCopy = (element: HtmlElement): string =>
		[effectOf(element), ...addressesOf(element.tag).map(keyOfAddress)].join('\n');
	const known = new Set(source.map(keyOfCopy));
	for (const element of strange) {
		const partner = partners.get(keyOf(element.tag))?.pop();
		yield { element, partner, isCopy: known.has(keyOfCopy(element)) };
	}
}

/** An anchor that leads nowhere is another element than a link. */
function keyOf({ name, attributes }: HtmlTag): string {
	const marks = [...attributes.keys()].filter(
		(each) => RUNS_CODE.test(each) || HOLDS_HTML.test(each) || (name === 'a' && each === 'href'),
	);
	return [name, ...marks.sort()].join(' ');
}

/** The same for elements that do the same. */
function effectKeyOf(element: HtmlElement, keyOfAddress: KeyOfAddress): string {
	const effects = effectsOf(element, keyOfAddress).map(({ part, key }) => `${part}=${key}`);
	return [keyOf(element.tag), ...effects.sort()].join('\n');
}

/** The same for elements with the same attributes. */
function writtenAs({ name, attributes }: HtmlTag): string {
	return JSON.stringify([name, ...[...attributes].sort()]);
}

function addressesOf({ attributes }: HtmlTag): string[] {
	return ['href', 'src', 'to'].flatMap((name) => attributes.get(name) ?? []);
}

interface Sides {
	readonly source: HtmlElement[];
	readonly target: HtmlElement[];
}

/** Takes out what both sides have. */
function without(
	source: readonly HtmlElement[],
	target: readonly HtmlElement[],
	keyFor: (element: HtmlElement) => string,
): Sides {
	const left = Map.groupBy(source, keyFor);
	const strange = target.filter((element) => !left.get(keyFor(element))?.pop());
	return { source: [...left.values()].flat(), target: strange };
}
