import { isProse, type Block, type Inline } from '../document/block.ts';
import { partitionPoint } from '../document/partition-point.ts';
import { excerpt } from '../excerpt.ts';
import { normaliseTarget } from '../links/normalise-target.ts';
import type { Pair } from '../pair.ts';
import { pointBehind, type Point, type Range } from '../place.ts';

/** A link or image that is text, since its marks do not touch or are wide ones. */
export interface MistypedLink {
	/** What it is in the source: a link or an image. */
	readonly source: Inline;
	readonly range: Range;
	/** As it is written, and as it should be; short enough for a sentence. */
	readonly found: string;
	readonly expected: string;
}

/** Those of a page. */
export interface MistypedLinks {
	readonly links: readonly MistypedLink[];
	/** What they are in the source, and what the parser makes of their parts. */
	readonly inlines: ReadonlySet<Inline>;
}

/** Those in texts whose counterparts have a link or image to the same target. */
export function findMistypedLinks({ source, target, alignment, tags }: Pair): MistypedLinks {
	const links: MistypedLink[] = [];
	const inlines = new Set<Inline>();
	if (!mayHold(target.text)) return { links, inlines };
	for (const { source: from, target: to } of alignment.matches) {
		if (!isProse(to) || from.inlines.length === 0) continue;
		const mistypedIn = (text: string, { span }: Block): MistypedLink[] => {
			const written = text.slice(span.from, span.to);
			if (!mayHold(written)) return [];
			return [...mistypedLinksOf(written, span.start, from.inlines, tags)];
		};
		const found = mistypedIn(target.text, to);
		// Whoever writes like this in the source means it.
		if (found.length === 0 || mistypedIn(source.text, from).length > 0) continue;
		for (const link of found) {
			const { start, end } = link.range;
			const first = partitionPoint(to.inlines, ({ span }) => isBefore(span.start, start));
			const before = to.inlines[first - 1];
			if (before?.kind === 'code' && isBefore(start, before.span.end)) continue;
			links.push(link);
			inlines.add(link.source);
			for (let at = first; at < to.inlines.length; at++) {
				const each = to.inlines[at]!;
				if (!isBefore(each.span.start, end)) break;
				if (isSameTarget(link.source, each, tags)) inlines.add(each);
			}
		}
	}
	return { links, inlines };
}

/** Whether a bare address, or a link in the place of an image, leads where the source does. */
function isSameTarget(source: Inline, target: Inline, tags: readonly string[]): boolean {
	// The parser takes what a wide bracket closes for a part of the address.
	const address = target.value.replace(/[）】].*$/s, '');
	return normaliseTarget(address, tags) === normaliseTarget(source.value, tags);
}

function isBefore(a: Point, b: Point): boolean {
	return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/**
 * `[words] (target)`, `[words]（target）`, `! [words](target)` and their kin, in the order of a text.
 *
 * @param start where the text begins
 * @param meant links and images of the source: an exclamation mark may as well end a sentence
 */
export function* mistypedLinksOf(
	text: string,
	start: Point,
	meant: readonly Inline[],
	tags: readonly string[],
): Generator<MistypedLink> {
	const keyOf = (kind: Inline['kind'], target: string): string =>
		`${kind} ${normaliseTarget(target, tags)}`;
	let [at, place] = [0, start];
	const open = Map.groupBy(meant.toReversed(), ({ kind, value }) => keyOf(kind, value));
	for (const { 0: written, index, groups } of text.matchAll(LINK)) {
		const { mark, address = '' } = groups!;
		const image = mark === undefined ? undefined : open.get(keyOf('image', address))?.pop();
		const source = image ?? open.get(keyOf('link', address))?.pop();
		if (!source) continue;
		const found = source.kind === 'image' ? written : written.slice(mark?.length ?? 0);
		if (soundLink(found) === found) continue;
		const begin = index + written.length - found.length;
		place = pointBehind(place, text.slice(at, begin));
		at = begin;
		const short = found.replace(/(?<=^[^[【]*[[【])[^\]】]+/, (words) =>
			excerpt(words, MOST_WORDS),
		);
		yield {
			...{ source, range: { start: place, end: pointBehind(place, found) } },
			...{ found: excerpt(short, MOST), expected: excerpt(soundLink(short), MOST) },
		};
	}
}

/** Characters of a link in a sentence, and of its words. */
const MOST = 100;
const MOST_WORDS = 30;

/** `soundLink('! [A plan] （plan.png）')` => `'![A plan](plan.png)'` */
export function soundLink(written: string): string {
	return written.replace(LINK, (...parts) => {
		const { mark, words, address, title = '' } = parts.at(-1) as Record<string, string | undefined>;
		return `${mark === undefined ? '' : '!'}[${words}](${address}${title})`;
	});
}

/** Whether a text holds anything that no sound link has; most pages do not, and each is asked. */
function mayHold(text: string): boolean {
	return SIGNS.some((sign) => text.includes(sign));
}

const SIGNS = ['] (', ']  ', ']\t', ']（', '】', '! [', '!  [', '！'];

/** Its parts are short, so that no page of brackets takes long. */
const LINK =
	/(?<mark>[!！][ \t]{0,3})?[[【](?<words>[^[\]【】]{1,300})[\]】][ \t]{0,3}[(（](?<address>[^()（）\s]{1,500})(?<title>[ \t]+"[^"\n]{0,300}")?[)）]/g;
