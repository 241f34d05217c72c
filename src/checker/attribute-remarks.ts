import type { Attribute, Block, Inline } from './document/block.ts';
import { normaliseTarget } from './links/normalise-target.ts';
import type { Pair } from './pair.ts';
import type { Span } from './place.ts';
import { isProseText } from './prose-text.ts';
import type { Remark } from './rule.ts';
import { isSamePlace } from './links/same-target.ts';
import { scriptKey } from './safety/script-key.ts';

/**
 * Remarks on the attributes of components and of HTML that both sides have, on lines of their own or
 * within text. Messages: `attribute-missing`, `attribute-extra`, `attribute`.
 */
export function* attributeRemarks(pair: Pair): Generator<Remark> {
	for (const { source, target } of pair.alignment.matches) {
		if (source.attributes && target.attributes && source.name === target.name)
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
	/** Of Hugo, Jekyll and their kin. */
	readonly isTemplate: boolean;
}

function partOf({ name, attributes = [], span, node }: Block): Part {
	return { name, attributes, range: span, isTemplate: node.type === 'paragraph' };
}

/** Components of one text by their names; among equals those go first that agree. */
function* partners(
	pair: Pair,
	source: readonly Inline[],
	target: readonly Inline[],
): Generator<[Part, Part]> {
	// The last first, since an array gives its last cheaply.
	const left = Map.groupBy(partsOf(target, pair.target.text).reverse(), ({ name }) => name);
	const lone = partsOf(source, pair.source.text).filter((part) => {
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
		return found !== undefined && areAlike(attribute, found, part, pair);
	});
}

function named({ attributes }: Part): ReadonlyMap<string, Attribute> {
	return new Map(attributes.map((attribute) => [attribute.name, attribute]));
}

function partsOf(inlines: readonly Inline[], text: string): Part[] {
	return inlines.flatMap((inline) => {
		if (inline.kind === 'component') {
			const isTemplate = text[inline.span.from] === '{';
			const { value: name, attributes, span: range } = inline;
			return [{ name, attributes, range, isTemplate }];
		}
		if (inline.kind !== 'tag') return [];
		const attributes = [...inline.tag.attributes]
			.filter(([name]) => !isOfOtherRule(name, inline.value))
			.map(([name, value]) => ({ name, value }));
		return [
			{ name: inline.value, attributes, range: inline.span, isHtml: true, isTemplate: false },
		];
	});
}

/** Code is compared as unsafe, and ids and languages are the page's own. */
const OF_OTHER_RULES = /^(?:name|id|lang|dir|alt|title|on.*)$/;
const ADDRESS = /^(?:href|src|srcset|poster|action|formaction|data)$/;

/** Elements of HTML whose targets are compared as links, images, or by what they load. */
const WITH_ADDRESS = new Set([
	...['a', 'area', 'audio', 'base', 'button', 'embed', 'form', 'frame', 'iframe', 'image', 'img'],
	...['input', 'link', 'object', 'script', 'source', 'track', 'use', 'video'],
]);

function isOfOtherRule(attribute: string, element: string): boolean {
	return OF_OTHER_RULES.test(attribute) || (ADDRESS.test(attribute) && WITH_ADDRESS.has(element));
}

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
				...(!(areTags && isCode(attribute, source)) && { isFixable: false }),
			};
		else if (!areAlike(attribute, other, source, pair))
			yield {
				...at,
				messageId: 'attribute',
				data: { name, expected: show(attribute), found: show(other) },
				...(!areTags && { isFixable: false }),
			};
	}
	if (found.isHtml) return;
	for (const attribute of found.attributes)
		if (!ours.has(attribute.name) && !(found.isTemplate && IN_WORDS.test(attribute.name)))
			yield { ...at, messageId: 'attribute-extra', data: { name, found: show(attribute) } };
}

function show({ name, value }: Attribute): string {
	if (/^\d+$/.test(name)) return `"${value}"`;
	return value === '' ? name : value.startsWith('{') ? `${name}=${value}` : `${name}="${value}"`;
}

/** Attributes whose values are code; new expressions are told by `unsafe-mdx`. */
const TECHNICAL =
	/^(?:id|class|className|code|type|kind|variant|icon|size|href|src|to|link|url|lang|slot|key|is|value|groupId|client:.*|set:.*)$/;

/** Attributes of templates that people read. */
const IN_WORDS =
	/^name$|(?:title|caption|text|alt|desc|description|label|summary|header|heading|content|message|tooltip|placeholder)$/i;

/** Whether nobody would translate an attribute. */
function isCode({ name, value }: Attribute, { isTemplate }: Part): boolean {
	if (TECHNICAL.test(name) || BOUND.test(name) || !isProseText(value)) return true;
	return isTemplate && !IN_WORDS.test(name) && IDENTIFIER.test(value);
}

/** Attributes of Vue whose values are code: `:count`, `v-if`. */
const BOUND = /^(?::|v-)/;

/** One word that is none of a sentence: `warning`, `SidecarContainers`, `orders.md`. */
const IDENTIFIER = /^(?:[a-z\d][\w./:#-]*|[\w-]*[a-z\d][A-Z]\w*)$/;

function expressionKey({ value }: Attribute): string {
	return scriptKey({ kind: 'attribute', value: value.slice(1, -1) });
}

function areAlike(source: Attribute, target: Attribute, part: Part, pair: Pair): boolean {
	if (source.value === target.value) return true;
	if (source.value.startsWith('{'))
		return !target.value.startsWith('{') || expressionKey(source) === expressionKey(target);
	if (isSamePlace(source.value, target.value, pair)) return true;
	if (BOUND.test(source.name) && withoutStrings(source.value) === withoutStrings(target.value))
		return true;
	if (part.isTemplate || /^(?:href|src|to|link|url)$/.test(source.name.replace(/^:/, ''))) {
		const [ours, theirs] = [source, target].map(({ value }) => normaliseTarget(value, pair.tags));
		if (ours === theirs) return true;
	}
	// A word without a name may be one that people read.
	const isWord = /^\d+$/.test(source.name) && /\s|[^ -~]/.test(target.value);
	return !isCode(source, part) || (part.isTemplate && isWord && isProseText(source.value));
}

/** Code without its texts, which people read more often than not. */
function withoutStrings(code: string): string {
	return code.replace(/'[^']*'|`[^`]*`/g, "''");
}
