import type { Attribute, Inline } from '../document/block.ts';
import { excerpt } from '../excerpt.ts';
import type { Pair } from '../pair.ts';
import { rememberLast } from '../remember-last.ts';
import type { Remark } from '../rule.ts';
import { named, partOf, partsOf, type Part } from './attribute-parts.ts';
import { areAlike, IN_WORDS, isCode } from './same-attribute.ts';

/**
 * Remarks on the attributes of components and of HTML that both sides have, on lines of their own or
 * within text. Messages: `attribute-missing`, `attribute-extra`, `attribute`, and `picture` for another
 * picture, of which there may be one for each language. Two rules ask for them.
 */
export const attributeRemarks = rememberLast((pair: Pair): readonly Remark[] => [
	...compareAll(pair),
]);

function* compareAll(pair: Pair): Generator<Remark> {
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
		else if (areAlike(attribute, other, source, pair)) continue;
		else if (isOtherPicture(attribute, other, source))
			yield {
				...{ ...at, messageId: 'picture', isFixable: false },
				data: { expected: excerpt(attribute.value, 100), found: excerpt(other.value, 100) },
			};
		else
			yield {
				...{ ...at, messageId: 'attribute' },
				data: { name, expected: show(attribute), found: show(other) },
				...(!areTags && { isFixable: false }),
			};
	}
	if (found.isHtml) return;
	for (const attribute of found.attributes)
		if (!ours.has(attribute.name) && !(found.isTemplate && IN_WORDS.test(attribute.name)))
			yield { ...at, messageId: 'attribute-extra', data: { name, found: show(attribute) } };
}

/** `<Image src="menu.png">`, `<ThemedImage src="menu.png">` */
const PICTURE = /^\w*(?:image|img|picture|photo|screenshot)$/i;

function isOtherPicture(source: Attribute, target: Attribute, part: Part): boolean {
	const [ours, theirs] = [source, target].map(({ value }) => value.split('/').at(-1));
	const isNamed = source.name === 'src' && !source.value.startsWith('{');
	return isNamed && PICTURE.test(part.name) && ours !== theirs;
}

function show({ name, value }: Attribute): string {
	if (/^\d+$/.test(name)) return `"${value}"`;
	return value === '' ? name : value.startsWith('{') ? `${name}=${value}` : `${name}="${value}"`;
}
