import { distance } from 'fastest-levenshtein';
import type { Match } from './alignment/alignment.ts';
import { eachBlock, type Block, type Inline } from './document/block.ts';
import type { Pair } from './pair.ts';
import type { Range } from './place.ts';
import { surplus } from './surplus.ts';

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
	readonly keyOf: KeyOf;
	/** Whether two with the same name are equal after all. */
	readonly areEqual: (source: Inline, target: Inline) => boolean;
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
	for (const match of alignment.differing) {
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
		const byKey = ({ key }: Found): string => key;
		[source, target] = cancel(source, target, { keyOf: byKey, inMatch: true });
		[source, target] = cancel(source, target, { keyOf: byKey, inMatch: false });
		source = surplus(source, section.come, byKey);
		target = surplus(target, section.gone, byKey);
		if (otherwise)
			[source, target] = cancel(source, target, {
				keyOf: ({ inline }, side) => otherwise.keyOf(inline, side) ?? inline,
				inMatch: true,
				areEqual: otherwise.areEqual,
			});
		const left = new Set(target);
		const became = changesOf(source, target);
		for (const lost of source) {
			const changed = became.get(lost);
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

/** What became what, within one text: first those that are alike, the rest in their order. */
function changesOf(source: readonly Found[], target: readonly Found[]): Map<Found, Found> {
	const changes = new Map<Found, Found>();
	const fresh = Map.groupBy(target, ({ match }) => match);
	for (const [match, lost] of Map.groupBy(source, (found) => found.match)) {
		const candidates = fresh.get(match) ?? [];
		if (lost.length * candidates.length <= MOST_COMPARED)
			for (const each of lost) {
				const at = candidates.findIndex(({ key }) => isLike(key, each.key));
				if (at >= 0) changes.set(each, candidates.splice(at, 1)[0]!);
			}
		const rest = lost.filter((each) => !changes.has(each));
		for (const [index, candidate] of candidates.entries())
			if (rest[index]) changes.set(rest[index], candidate);
	}
	return changes;
}

/** Pairs in one text. To tell how alike two are takes the product of their lengths. */
const MOST_COMPARED = 64;

/** Whether two thirds of one can be read in the other: `order.total` and `orders.total`. */
function isLike(a: string, b: string): boolean {
	const longest = Math.max(a.length, b.length);
	return longest <= LONGEST_COMPARED && distance(a, b) * 3 < longest;
}

const LONGEST_COMPARED = 200;

/** When something that one side has is what the other side has. */
interface Equality {
	readonly keyOf: (found: Found, side: 'source' | 'target') => unknown;
	/** Whether both have to stand in one match. */
	readonly inMatch: boolean;
	readonly areEqual?: OtherNames['areEqual'];
}

/** Takes out what both sides have. */
function cancel(
	source: Found[],
	target: Found[],
	{ keyOf, inMatch, areEqual = () => true }: Equality,
): [Found[], Found[]] {
	if (source.length === 0 || target.length === 0) return [source, target];
	const groupOf = ({ match }: Found): Match | number | undefined =>
		inMatch ? match : rowOf(match);
	const queues = new Map(
		[...queue(target, groupOf)].map(([group, found]) => [
			group,
			queue(found.toReversed(), (each) => keyOf(each, 'target')),
		]),
	);
	const gone = new Set<Found>();
	const lost = source.filter((found) => {
		const equal = queues.get(groupOf(found))?.get(keyOf(found, 'source'));
		const partner = equal?.at(-1);
		if (!partner || !areEqual(found.inline, partner.inline)) return true;
		equal!.pop();
		gone.add(partner);
		return false;
	});
	return [lost, target.filter((found) => !gone.has(found))];
}

/** The line of a table whose cell holds something: what one row says no other one does. */
function rowOf(match: Match | undefined): number | undefined {
	return match?.target.kind === 'cell' ? match.target.span.start.line : undefined;
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
