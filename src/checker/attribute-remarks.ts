import type { Attribute, Inline } from './document/block.ts';
import { normaliseTarget } from './normalise-target.ts';
import type { Pair } from './pair.ts';
import type { Span } from './place.ts';
import { isProseText } from './prose-text.ts';
import type { Remark } from './rule.ts';
import { isSamePlace } from './same-target.ts';

/**
 * Remarks on the attributes of components and of HTML that both sides have, on lines of their own or
 * within text. Messages: `attribute-missing`, `attribute-extra`, `attribute`.
 */
export function* attributeRemarks(pair: Pair): Generator<Remark> {
	for (const { source, target } of pair.alignment.matches) {
		if (source.attributes && target.attributes)
			yield* compare(pair, partOf(source), partOf(target));
		if (!source.inlines.some(hasAttributes) || !target.inlines.some(hasAttributes)) continue;
		for (const [from, to] of partners(pair, source.inlines, target.inlines))
			yield* compare(pair, from, to);
	}
}

function hasAttributes({ kind }: Inline): boolean {
	return kind === 'component' || kind === 'tag';
}

/** A component, or an element of HTML, with its attributes. */
interface Part {
	readonly name: string;
	readonly attributes: readonly Attribute[];
	readonly range: Span;
	/** What a page adds to HTML is a matter of safety. */
	readonly isHtml?: boolean;
}

function partOf({ name, attributes = [], span }: Pair['source']['blocks'][number]): Part {
	return { name, attributes, range: span };
}

/** Components of one text by their names; among equals those go first that agree. */
function* partners(
	pair: Pair,
	source: readonly Inline[],
	target: readonly Inline[],
): Generator<[Part, Part]> {
	// The last first, since an array gives its last cheaply.
	const left = Map.groupBy(partsOf(target).reverse(), ({ name }) => name);
	const lone = partsOf(source).filter((part) => {
		const others = left.get(part.name) ?? [];
		const tried = others.slice(-MOST_EQUALS);
		const at = tried.findLastIndex((other) => agree(part, other, pair));
		if (at >= 0) others.splice(at - tried.length, 1);
		return at < 0;
	});
	for (const part of lone) {
		const other = left.get(part.name)?.pop();
		if (other) yield [part, other];
	}
}

/** How many components of one name are tried; nobody writes so many into one text. */
const MOST_EQUALS = 100;

function agree(part: Part, other: Part, pair: Pair): boolean {
	if (other.attributes.length !== part.attributes.length) return false;
	const others = named(other);
	return part.attributes.every((attribute) => {
		const found = others.get(attribute.name);
		return found !== undefined && areAlike(attribute, found, pair);
	});
}

function named({ attributes }: Part): ReadonlyMap<string, Attribute> {
	return new Map(attributes.map((attribute) => [attribute.name, attribute]));
}

function partsOf(inlines: readonly Inline[]): Part[] {
	return inlines.flatMap((inline) => {
		if (inline.kind === 'component')
			return [{ name: inline.value, attributes: inline.attributes, range: inline.span }];
		if (inline.kind !== 'tag') return [];
		const attributes = [...inline.tag.attributes]
			.filter(([name]) => !OF_OTHER_RULES.test(name))
			.map(([name, value]) => ({ name, value }));
		return [{ name: inline.value, attributes, range: inline.span, isHtml: true }];
	});
}

/** Targets are compared as links and images, code as unsafe; ids and languages are the page's own. */
const OF_OTHER_RULES =
	/^(?:href|src|srcset|poster|action|formaction|data|name|id|lang|dir|alt|title|on.*)$/;

function* compare(pair: Pair, source: Part, found: Part): Generator<Remark> {
	const { target } = pair;
	const { name, range } = found;
	const areTags = [
		pair.source.text.slice(source.range.from, source.range.to),
		target.text.slice(range.from, range.to),
	].every((written) => written.startsWith('<'));
	const at = {
		file: target,
		range: { start: range.start, end: range.start },
		source: source.range,
	};
	const [ours, theirs] = [named(source), named(found)];
	for (const attribute of source.attributes) {
		const other = theirs.get(attribute.name);
		if (!other)
			yield {
				...{ ...at, messageId: 'attribute-missing' },
				data: { name, expected: show(attribute) },
				...(!(areTags && isCode(attribute)) && { isFixable: false }),
			};
		else if (!areAlike(attribute, other, pair))
			yield {
				...at,
				messageId: 'attribute',
				data: { name, expected: show(attribute), found: show(other) },
				...(!areTags && { isFixable: false }),
			};
	}
	if (found.isHtml) return;
	for (const attribute of found.attributes)
		if (!ours.has(attribute.name))
			yield { ...at, messageId: 'attribute-extra', data: { name, found: show(attribute) } };
}

function show({ name, value }: Attribute): string {
	return value === '' ? name : value.startsWith('{') ? `${name}=${value}` : `${name}="${value}"`;
}

/** Attributes whose values are code; expressions are compared by `unsafe-mdx`. */
const TECHNICAL =
	/^(?:id|class|className|type|kind|variant|icon|size|href|src|to|link|url|lang|slot|key|is|value|groupId|client:.*|set:.*)$/;

/** Whether nobody would translate an attribute. */
function isCode({ name, value }: Attribute): boolean {
	return TECHNICAL.test(name) || !isProseText(value);
}

function areAlike(source: Attribute, target: Attribute, pair: Pair): boolean {
	if (source.value === target.value || source.value.startsWith('{')) return true;
	if (isSamePlace(source.value, target.value, pair)) return true;
	if (/^(?:href|src|to|link|url)$/.test(source.name))
		return normaliseTarget(source.value, pair.tags) === normaliseTarget(target.value, pair.tags);
	return !isCode(source);
}
