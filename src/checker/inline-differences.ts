import type { Match } from './alignment/alignment.ts';
import { eachBlock, haveSameInlines, type Block, type Inline } from './document/block.ts';
import type { Pair } from './pair.ts';
import type { Range } from './place.ts';

/** How the multiset of one kind of inline differs within a section. */
export interface InlineDifference {
	/** What the source has and the translation lacks. */
	readonly source: Inline | undefined;
	/** What only the translation has; with `source` one was changed into the other. */
	readonly target: Inline | undefined;
	/** Where to look: the inline itself, or the block that lacks it. */
	readonly range: Range;
	readonly sourceRange: Range;
	readonly match: Match | undefined;
}

type KeyOf = (inline: Inline, side: 'source' | 'target') => string | undefined;

/** What makes two inlines equal that are not so by their keys. */
export interface OtherNames {
	keyOf: KeyOf;
	/** Whether two with the same name are equal after all. */
	areEqual(source: Inline, target: Inline): boolean;
}

interface Found {
	readonly inline: Inline;
	readonly key: string;
	readonly match: Match | undefined;
	readonly block: Block;
}

/**
 * Compares what stands within text as multisets, section by section, since languages put their
 * words in another order. What was lost or added with a whole block is told there, not here.
 *
 * @param keyOf what has to be equal; `undefined` for inlines that do not take part
 */
export function* inlineDifferences(
	{ alignment }: Pair,
	keyOf: KeyOf,
	otherwise?: OtherNames,
): Generator<InlineDifference> {
	const sections = new Map<
		number,
		{ source: Found[]; target: Found[]; gone: string[]; come: string[] }
	>();
	const sectionAt = (number: number) => {
		let section = sections.get(number);
		if (!section) sections.set(number, (section = { source: [], target: [], gone: [], come: [] }));
		return section;
	};
	for (const match of alignment.matches) {
		if (match.source.inlines.length === 0 && match.target.inlines.length === 0) continue;
		if (haveSameInlines(match.source, match.target)) continue;
		const section = sectionAt(match.section);
		for (const side of ['source', 'target'] as const)
			for (const inline of match[side].inlines) {
				const key = keyOf(inline, side);
				if (key !== undefined) section[side].push({ inline, key, match, block: match[side] });
			}
	}
	for (const { source, section } of alignment.missing)
		for (const { inlines } of eachBlock([source]))
			for (const inline of inlines) {
				const key = keyOf(inline, 'source');
				if (key !== undefined) sectionAt(section).gone.push(key);
			}
	for (const { target, section } of alignment.extra)
		for (const { inlines } of eachBlock([target]))
			for (const inline of inlines) {
				const key = keyOf(inline, 'target');
				if (key !== undefined) sectionAt(section).come.push(key);
			}

	for (const section of sections.values()) {
		let { source, target } = section;
		[source, target] = cancel(source, target, ({ match }) => match);
		[source, target] = cancel(source, target, () => undefined);
		source = without(source, section.come);
		target = without(target, section.gone);
		if (otherwise) [source, target] = cancelRenamed(source, target, otherwise);
		const left = new Set(target);
		const candidates = queue(target, ({ match }) => match);
		for (const lost of source) {
			const changed = candidates.get(lost.match)?.pop();
			if (changed) left.delete(changed);
			yield {
				source: lost.inline,
				target: changed?.inline,
				range: changed?.inline.span ?? lost.match!.target.span,
				sourceRange: lost.inline.span,
				match: lost.match,
			};
		}
		for (const { inline, match } of left)
			yield {
				source: undefined,
				target: inline,
				range: inline.span,
				sourceRange: match!.source.span,
				match,
			};
	}
}

/**
 * Takes out what both sides have.
 *
 * @param groupOf what has to be the same, besides the key, for two to be equal
 */
function cancel(
	source: readonly Found[],
	target: readonly Found[],
	groupOf: (found: Found) => Match | undefined,
): [Found[], Found[]] {
	const byKey = queue(target, ({ key }) => key);
	const queues = new Map(
		[...byKey].map(([key, equal]) => [key, queue(equal.toReversed(), groupOf)]),
	);
	const gone = new Set<Found>();
	const lost = source.filter((found) => {
		const partner = queues.get(found.key)?.get(groupOf(found))?.pop();
		if (partner) gone.add(partner);
		return !partner;
	});
	return [lost, target.filter((found) => !gone.has(found))];
}

/** Takes out what has another name on the other side of a match, but is the same. */
function cancelRenamed(source: Found[], target: Found[], others: OtherNames): [Found[], Found[]] {
	if (source.length === 0 || target.length === 0) return [source, target];
	const byMatch = queue(target, ({ match }) => match);
	const queues = new Map(
		[...byMatch].map(([match, found]) => [
			match,
			queue(found.toReversed(), ({ inline }) => others.keyOf(inline, 'target') ?? inline),
		]),
	);
	const gone = new Set<Found>();
	const lost = source.filter(({ inline, match }) => {
		const equal = queues.get(match)?.get(others.keyOf(inline, 'source') ?? inline);
		const partner = equal?.at(-1);
		if (!partner || !others.areEqual(inline, partner.inline)) return true;
		equal!.pop();
		gone.add(partner);
		return false;
	});
	return [lost, target.filter((found) => !gone.has(found))];
}

/** What was found by some property, the first one last: where `pop` takes it. */
function queue<Property>(
	found: readonly Found[],
	propertyOf: (found: Found) => Property,
): Map<Property, Found[]> {
	const queues = new Map<Property, Found[]>();
	for (const each of found.toReversed()) {
		const property = propertyOf(each);
		const list = queues.get(property);
		if (list) list.push(each);
		else queues.set(property, [each]);
	}
	return queues;
}

function without(found: readonly Found[], keys: readonly string[]): Found[] {
	const left = new Map<string, number>();
	for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
	return found.filter(({ key }) => {
		const count = left.get(key) ?? 0;
		left.set(key, count - 1);
		return count <= 0;
	});
}
