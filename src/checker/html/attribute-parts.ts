import type { Attribute, Block, Inline } from '../document/block.ts';
import type { Span } from '../place.ts';

/** A component, or an element of HTML, with its attributes. */
export interface Part {
	readonly name: string;
	readonly attributes: readonly Attribute[];
	readonly range: Span;
	/** What a page adds to HTML is a matter of safety. */
	readonly isHtml?: boolean;
	/** Of Hugo, Jekyll and their kin. */
	readonly isTemplate: boolean;
}

/** A block of its own that has attributes. */
export function partOf({ name, attributes = [], span, node }: Block): Part {
	return { name, attributes, range: span, isTemplate: node.type === 'paragraph' };
}

/** Those within a text. */
export function partsOf(inlines: readonly Inline[], text: string): Part[] {
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

/** The attributes of a part by their names. */
export function named({ attributes }: Part): ReadonlyMap<string, Attribute> {
	return new Map(attributes.map((attribute) => [attribute.name, attribute]));
}
