import { partitionPoint } from '../document/partition-point.ts';
import type { Pair } from '../pair.ts';
import type { Range } from '../place.ts';
import type { HtmlElement } from './elements.ts';

/** What holds a place, and is itself told as something that only the translation has. */
export type ExtraPlace = 'section' | 'block' | undefined;

interface Lines {
	readonly from: number;
	/** The first one behind. */
	readonly to: number;
}

/** Tells whether a section or a block that only the translation has holds a place. */
export function createExtraPlaces({ target, alignment }: Pair): (place: Range) => ExtraPlace {
	const { extraSections, extra } = alignment;
	if (extraSections.length + extra.length === 0) return () => undefined;
	const headings = target.blocks.filter(({ kind }) => kind === 'heading');
	const indices = new Map(headings.map((heading, index) => [heading, index]));
	const isInSection = createSearch(
		extraSections.map(({ target: heading, subsections }) => ({
			from: heading.span.start.line,
			to: headings[indices.get(heading)! + subsections + 1]?.span.start.line ?? Infinity,
		})),
	);
	// HTML that is a block of its own is told by none of the other rules.
	const blocks = extra.map(({ target: block }) => block).filter(({ kind }) => kind !== 'html');
	const isInBlock = createSearch(
		blocks.map(({ span }) => ({ from: span.start.line, to: span.end.line + 1 })),
	);
	return ({ start: { line } }) => {
		if (isInSection(line)) return 'section';
		return isInBlock(line) ? 'block' : undefined;
	};
}

/** @param places none of which overlap */
function createSearch(places: Lines[]): (line: number) => boolean {
	places.sort((one, other) => one.from - other.from);
	return (line) => {
		const place = places[partitionPoint(places, ({ from }) => from <= line) - 1];
		return place !== undefined && line < place.to;
	};
}

/** Of elements that are alike the one is new that stands in something new. */
export function extraPlacesLast(
	elements: readonly HtmlElement[],
	placeOf: (place: Range) => ExtraPlace,
): readonly HtmlElement[] {
	const [known, extra]: [HtmlElement[], HtmlElement[]] = [[], []];
	for (const element of elements) (placeOf(element.span) ? extra : known).push(element);
	return extra.length === 0 ? elements : known.concat(extra);
}
